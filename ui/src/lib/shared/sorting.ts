/** A column and which way its list is sorted. */
export interface Sort {
  column: string;
  down: boolean;
}

type Value = string | number | null;

/** Gives rows in the order of a column. What is not known stands last either way. */
export function inOrder<Row>(
  rows: readonly Row[],
  sort: Sort,
  values: Record<string, (row: Row) => Value>,
): Row[] {
  const value = values[sort.column];
  if (!value) return [...rows];
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number'
        ? a - b
        : String(a).localeCompare(String(b), 'en-GB', { numeric: true, sensitivity: 'base' });
    return sort.down ? -order : order;
  });
}

/** Whether every word typed stands somewhere in the texts of a row. */
export function holdsWords(typed: string, texts: readonly (string | null)[]): boolean {
  const all = plain(texts.join(' '));
  return plain(typed)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Whether every word typed begins a word of the text. */
export function beginsWords(typed: string, text: string): boolean {
  const begins = plain(text).split(notInWords);
  return plain(typed)
    .split(notInWords)
    .every((word) => begins.some((begin) => begin.startsWith(word)));
}

const notInWords = /[^\p{L}\p{N}]+/u;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

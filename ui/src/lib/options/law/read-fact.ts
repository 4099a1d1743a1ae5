// Facts as a person types them, read forgivingly into the text that the core takes.
import type { FactKind, FactValue } from '$lib/core';
import { plainDate } from '$lib/shared/dates';

/** The kinds that are typed into a box of their own. */
export type TypedKind = Extract<FactKind, 'age' | 'term' | 'amount' | 'count'>;

/** What is said of words that cannot be read. */
export const unreadWords = {
  age: 'Enter an age, such as 17, or 17 years 2 months',
  term: 'Enter a length of time, such as 12 months, 60 days or life',
  amount: 'Enter a sum, such as £2,500, or unlimited',
  count: 'Enter a whole number, such as 120',
} satisfies Record<TypedKind, string>;

/** Whether a fact of this kind is typed into a box of its own. */
export function isTyped(kind: FactKind): kind is TypedKind {
  return Object.hasOwn(unreadWords, kind);
}

/** Reads what was typed; gives nothing if it cannot. */
export function readFact(kind: TypedKind, typed: string): FactValue | null {
  const text = typed.trim().toLowerCase();
  if (kind === 'count') {
    return /^\d{1,6}$/.test(text) ? { kind, value: Number(text) } : null;
  }
  const value = { age: readAge, term: readTerm, amount: readAmount }[kind](text);
  return value === null ? null : { kind, value };
}

/** Writes a typed value as it stands in its box. */
export function typedWords(value: FactValue | null): string {
  if (value === null || value.kind === 'list' || value.kind === 'flag') return '';
  return value.kind === 'date' ? plainDate(value.value) : String(value.value);
}

const units = [
  ['year', /^(y|yr|yrs|year|years)$/],
  ['month', /^(m|mo|mth|mths|month|months)$/],
  ['week', /^(w|wk|wks|week|weeks)$/],
  ['day', /^(d|day|days)$/],
] as const;

type Unit = (typeof units)[number][0];

/** Reads "1 year and 6 months" or "18m" into its parts; each unit may stand once. */
function readParts(text: string): Map<Unit, number> | null {
  const words = text
    .replace(/(\d)([a-z])/g, '$1 $2')
    .split(/[\s,]+|\band\b/)
    .filter(Boolean);
  const parts = new Map<Unit, number>();
  for (let at = 0; at < words.length; at += 2) {
    const unit = units.find(([, known]) => known.test(words[at + 1] ?? ''))?.[0];
    const number = words[at] ?? '';
    if (!unit || parts.has(unit) || !/^\d{1,4}$/.test(number)) return null;
    parts.set(unit, Number(number));
  }
  return parts.size > 0 ? parts : null;
}

const written = (number: number, unit: Unit) => `${number} ${unit}${number === 1 ? '' : 's'}`;

function readTerm(text: string): string | null {
  if (text === 'life') return text;
  const parts = readParts(text);
  if (!parts) return null;
  return units
    .flatMap(([unit]) => {
      const number = parts.get(unit);
      return number === undefined ? [] : [written(number, unit)];
    })
    .join(' ');
}

function readAge(text: string): string | null {
  const parts = /^\d+$/.test(text) ? readParts(`${text} years`) : readParts(text);
  const years = parts?.get('year');
  const months = parts?.get('month');
  if (!parts || years === undefined || years > 120 || parts.has('week') || parts.has('day')) {
    return null;
  }
  if (months === undefined) return String(years);
  return months < 12 ? `${written(years, 'year')} ${written(months, 'month')}` : null;
}

function readAmount(text: string): string | null {
  if (/^(unlimited|no (upper )?limit)$/.test(text)) return 'unlimited';
  const found = /^£?\s*(\d{1,12}|\d{1,3}(?:,\d{3})+)(?:\.(\d{2}))?$/.exec(text);
  const pounds = found?.[1];
  if (!pounds) return null;
  const whole = Number(pounds.replace(/,/g, '')).toLocaleString('en-GB');
  return `£${whole}${found[2] && found[2] !== '00' ? `.${found[2]}` : ''}`;
}

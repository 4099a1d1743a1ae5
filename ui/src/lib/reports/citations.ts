import type { Answer, RichSpan, RichText, TableRow } from '$lib/core';

/** Where each source went when their list changed: its new number, or nothing where it was removed. */
export function newNumbers(
  before: readonly TableRow[],
  after: readonly TableRow[],
): ReadonlyMap<number, number | null> {
  const moves = before.map((row, at) => {
    const to = after.indexOf(row);
    // A row that was edited is another object in the same place.
    const edited = to < 0 && before.length === after.length;
    return [at + 1, edited ? at + 1 : to < 0 ? null : to + 1] as const;
  });
  return new Map(moves.filter(([from, to]) => from !== to));
}

/** Gives an answer whose citations follow their sources; the same answer where none moved. */
export function followed(answer: Answer, numbers: ReadonlyMap<number, number | null>): Answer {
  if (answer.kind !== 'narrative') return answer;
  let moved = false;
  const span = (one: RichSpan): RichSpan => {
    const to = one.source === null ? undefined : numbers.get(one.source);
    if (to === undefined) return one;
    moved = true;
    return { ...one, source: to };
  };
  const text: RichText = answer.text.map((block) => {
    if (block.block === 'sub-heading') return block;
    if (block.block !== 'list') return { ...block, spans: block.spans.map(span) };
    return { ...block, items: block.items.map((item) => item.map(span)) };
  });
  return moved ? { ...answer, text } : answer;
}

import type { Flaw, QuestionId, Section } from '$lib/core';

/**
 * Gives the check after (or before) the place where the author is, in the order of the form; past
 * the last it goes round.
 */
export function nextCheck(
  flaws: readonly Flaw[],
  sections: readonly Section[],
  place: { section: string; question: QuestionId | null },
  by: 1 | -1,
): Flaw | undefined {
  const order = sections.flatMap(({ id, question }) => [
    `${id} `,
    ...question.map((one) => `${id} ${one.id}`),
  ]);
  const placeOf = (section: string, question: QuestionId | null) =>
    order.indexOf(`${section} ${question ?? ''}`);
  const here = placeOf(place.section, place.question);
  const after = (flaw: Flaw) => placeOf(flaw.section, flaw.question) > here;
  const before = (flaw: Flaw) => placeOf(flaw.section, flaw.question) < here;
  return by === 1 ? (flaws.find(after) ?? flaws[0]) : (flaws.findLast(before) ?? flaws.at(-1));
}

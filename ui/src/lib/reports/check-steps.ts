import type { Flaw, QuestionId, Section } from '$lib/core';
import { same } from '$lib/shared/three-way';

/** Where the author is: the section, the question, and the check that was gone to last. */
export interface Stand {
  section: string;
  question: QuestionId | null;
  check: Flaw | null;
}

/**
 * Gives the check after (or before) the place where the author is, in the order of the form; past
 * the last it goes round.
 */
export function nextCheck(
  flaws: readonly Flaw[],
  sections: readonly Section[],
  stand: Stand,
  by: 1 | -1,
): Flaw | undefined {
  // A question may have several checks: from one of them the next is its neighbour.
  const at = flaws.findIndex((flaw) => same(flaw, stand.check));
  if (at >= 0 && stand.check?.question === stand.question) {
    return flaws.at((at + by) % flaws.length);
  }
  const order = sections.flatMap(({ id, question }) => [
    `${id} `,
    ...question.map((one) => `${id} ${one.id}`),
  ]);
  const placeOf = (section: string, question: QuestionId | null) =>
    order.indexOf(`${section} ${question ?? ''}`);
  const here = placeOf(stand.section, stand.question);
  const after = (flaw: Flaw) => placeOf(flaw.section, flaw.question) > here;
  const before = (flaw: Flaw) => placeOf(flaw.section, flaw.question) < here;
  return by === 1 ? (flaws.find(after) ?? flaws[0]) : (flaws.findLast(before) ?? flaws.at(-1));
}

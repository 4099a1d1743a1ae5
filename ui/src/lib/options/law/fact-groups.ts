import type { Fact, FactId, Facts } from '$lib/core';
import { groupName } from './fact-words';

/** A group of facts as the panel shows it. */
export interface FactGroup {
  id: string;
  title: string;
  /** Those that the menu asks for. */
  asked: readonly Fact[];
  /** Those that matter only where something unusual is recorded. */
  others: readonly Fact[];
}

/** The day for which the law is asked stands at the head of the screen: it is not asked twice. */
const atTheHead: FactId = 'sentence_date';

/**
 * Gives the groups that matter to a menu, the one that most of its options turn on first. A group
 * matters where an option asks for any of its facts, or one of them is recorded.
 */
export function factGroups(
  declared: readonly Fact[],
  asks: ReadonlyMap<FactId, number>,
  recorded: Facts,
): FactGroup[] {
  const facts = declared.filter(({ id }) => id !== atTheHead);
  const isRecorded = ({ id }: Fact) => Object.hasOwn(recorded, id);
  const most = (group: FactGroup) => Math.max(0, ...group.asked.map(({ id }) => asks.get(id) ?? 0));
  return [...new Set(facts.map(({ group }) => group))]
    .map((id) => {
      const members = facts.filter(({ group }) => group === id);
      return {
        id,
        title: groupName(id),
        asked: members.filter(({ id: fact }) => asks.has(fact)),
        others: members.filter(({ id: fact }) => !asks.has(fact)),
      };
    })
    .filter(({ asked, others }) => asked.length > 0 || others.some(isRecorded))
    .toSorted((one, other) => most(other) - most(one));
}

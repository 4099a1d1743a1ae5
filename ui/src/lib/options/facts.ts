import {
  courtKindNames,
  neededNames,
  stageNames,
  type InForce,
  type MenuOption,
  type Need,
} from '$lib/core';
import { plainDate } from '$lib/shared/dates';

/** A fact of an option: what it answers, and the words. */
export interface Fact {
  name: string;
  says: string;
}

/** The facts that must be seen without scrolling, in the order in which a court asks for them. */
export function keyFacts(option: MenuOption): Fact[] {
  return present([
    ['Authority', option.authority],
    ['Consent', need(option.consent)],
    ['Who may grant', option.who],
    ['Limits', option.limits],
    ['Report first', need(option.report)],
    ['When', option.when],
    ['On breach', option.breach],
  ]);
}

/** Everything else that the edition says of it. */
export function otherFacts(option: MenuOption): Fact[] {
  const { 'in-force': days } = option;
  return present([
    ['Courts', option.courts.map((kind) => courtKindNames[kind]).join(' · ')],
    ['Stages', option.stages.map((stage) => stageNames[stage]).join(' · ')],
    ['Run by', option['delivered-by']],
    ['May stand beside', option['combines-with']],
    ['Shuts out', option.excludes],
    ['Reviews', option.reviews],
    ['Before and after', option.succession],
    ['In force', [inForceWords(option), days.note].filter(Boolean).join('. ')],
    ['Also called', option.aliases.join(' · ')],
    ['Source', option.source],
  ]);
}

/** Writes the days on which an option exists. */
export function inForceWords({ 'in-force': days }: MenuOption): string {
  const words = dayWords(days);
  return days['tested-on'] === 'the-offence' ? `${words}, by the date of the offence` : words;
}

function dayWords({ from, until, ended }: InForce): string {
  if (ended) return 'Ended on a day that is not recorded';
  if (from && until) return `${plainDate(from)} to ${plainDate(until)}`;
  if (from) return `From ${plainDate(from)}`;
  if (until) return `Until ${plainDate(until)}`;
  return 'No first day is recorded';
}

function need({ needed, says }: Need): string {
  return says ? `${neededNames[needed]}. ${says}` : neededNames[needed];
}

function present(pairs: readonly (readonly [string, string | null])[]): Fact[] {
  return pairs.flatMap(([name, says]) => (says ? [{ name, says }] : []));
}

import type { Breach, OptionId, Part, ProposalFinding } from '$lib/core';
import { measures, type Measure } from '../law/case-proposal.svelte';

/** Whether a part states a figure of a measure. */
export const stated = (part: Part, measure: Measure) => part[measure] !== null;

/** The figures that are asked of a part: those that a limit measures, and those it states already. */
export function figuresOf(part: Part, limited: readonly Measure[]): Measure[] {
  return measures.filter((measure) => limited.includes(measure) || stated(part, measure));
}

/** The rules that a part breaks, the certain ones first; one that is certain is not doubted too. */
export function breachesOf(option: OptionId, tried: ProposalFinding | null): Breach[] {
  const mine = tried?.breaches.filter((breach) => breach.option === option) ?? [];
  const broken = mine.filter(({ finding }) => finding === 'not-competent');
  const certain = new Set(broken.map(({ ground }) => ground.rule));
  const doubtful = mine.filter(
    ({ finding, ground }) => finding !== 'not-competent' && !certain.has(ground.rule),
  );
  return [...broken, ...doubtful];
}

import { serviceStateNames, type Intake, type ServiceState } from '$lib/core';
import type { Reach } from '../service-draft';

/** A member of a closed list, as a choice. */
interface Choice<Value extends string> {
  value: Value;
  label: string;
}

const choicesOf = <Value extends string>(names: Record<Value, string>): Choice<Value>[] => {
  const isMember = (word: string): word is Value => Object.hasOwn(names, word);
  return Object.keys(names)
    .filter(isMember)
    .map((value) => ({ value, label: names[value] }));
};

export const states = choicesOf<ServiceState>({
  current: serviceStateNames.current.words,
  planned: serviceStateNames.planned.words,
  historical: serviceStateNames.historical.words,
  unknown: 'The source does not say',
});
export const intakes = choicesOf<Intake>({
  'not-stated': 'Nobody has said',
  taking: 'Yes, now',
  'waiting-list': 'On to a waiting list',
  paused: 'Not for the present',
});
export const reaches = choicesOf<Reach>({
  councils: 'These councils',
  national: 'All Scotland',
  elsewhere: 'Somewhere else',
});
export const checkedChoices = choicesOf<'verified' | 'unverified'>({
  verified: 'Yes, it was seen in the source named',
  unverified: 'Not yet',
});
export const jurisdictions = [
  { value: 'Scotland', label: 'Scotland' },
  { value: 'England and Wales', label: 'England and Wales' },
];
export const sexes = [
  { value: 'any', label: 'Anyone' },
  { value: 'female', label: 'Women' },
  { value: 'male', label: 'Men' },
];
export const orders = [
  { value: 'yes', label: 'An order is needed' },
  { value: 'no', label: 'No order is needed' },
  { value: 'either', label: 'With or without an order' },
];
export const settings = [
  { value: 'community', label: 'In the community' },
  { value: 'custody', label: 'In custody' },
  { value: 'both', label: 'In both' },
];

/** Narrows what a select gave to a member of its list. */
export function chosenOf<Value extends string>(
  choices: readonly Choice<Value>[],
  word: string,
): Value | undefined {
  return choices.find(({ value }) => value === word)?.value;
}

/** The parts that a source may leave unchecked, in words. */
export const uncheckedNames = new Map([
  ['elig_age', 'Ages'],
  ['elig_age_min', 'Youngest age'],
  ['elig_age_max', 'Oldest age'],
  ['elig_sex', 'Men or women'],
  ['elig_offence', 'Offences'],
  ['elig_risk', 'Risk'],
  ['order_needed', 'Whether an order is needed'],
  ['disposal_ids', 'Orders it works with'],
  ['areas_served', 'Area'],
  ['active_from', 'When it began'],
  ['active_to', 'When it ended'],
  ['provider_org_ids', 'Provider'],
]);

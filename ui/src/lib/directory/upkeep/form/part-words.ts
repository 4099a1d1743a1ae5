import type { Choosable } from '$lib/shared/Choices.svelte';
import type { CodeChoices } from '../code-choices';
import { partDateWords } from '../part-dates';
import type { DraftPart, ServiceDraft } from '../service-draft';
import {
  checkedChoices,
  intakes,
  orders,
  reaches,
  settings,
  sexes,
  states,
  uncheckedNames,
} from './choices';

/** The parts that are dates as a source gives them, and may be any words while they are typed. */
const dates: readonly DraftPart[] = ['activeFrom', 'activeTo', 'sourceDate'];
const isPartDate = (words: string) => /^\d{4}(-\d{2}){0,2}$/.test(words);

/** Gives the function that writes a part of a draft so that a person can read it. */
export function partWords(choices: CodeChoices) {
  const unchecked = [...uncheckedNames].map(([value, label]) => ({ value, label }));
  const lists: Partial<Record<DraftPart, readonly Choosable[]>> = {
    kind: choices.kinds,
    state: states,
    sex: sexes,
    orderNeeded: orders,
    reach: reaches,
    councils: choices.councils,
    courts: choices.courts,
    prisons: choices.prisons,
    setting: settings,
    options: choices.options,
    groups: choices.groups,
    outcomes: choices.outcomes,
    providers: choices.organisations.map(({ organisation: { id, name } }) => ({
      value: id,
      label: name,
    })),
    intake: intakes,
    unverified: unchecked,
    checked: checkedChoices,
  };
  return (draft: ServiceDraft, part: DraftPart): string => {
    const said = draft[part];
    if (dates.includes(part) && typeof said === 'string' && isPartDate(said)) {
      return partDateWords(said);
    }
    const list = lists[part];
    const word = (value: string) => list?.find((one) => one.value === value)?.label ?? value;
    return typeof said === 'string' ? word(said) : said.map(word).join(', ');
  };
}

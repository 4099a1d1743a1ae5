import type { Awaited, Bound, Fact, FactId, Facts, FactValue, Measured } from '$lib/core';
import { plainDate } from '$lib/shared/dates';
import { typedWords } from './read-fact';

/** The heading of a group of facts; a group that the edition adds is called by its own id. */
const groupNames = new Map([
  ['court', 'The court and the calling'],
  ['person', 'The person'],
  ['charge', 'The charge'],
  ['reports', 'Reports and evidence'],
  ['bail', 'Bail'],
  ['default', 'An unpaid fine'],
]);

export function groupName(group: string): string {
  return groupNames.get(group) ?? group.charAt(0).toUpperCase() + group.slice(1);
}

/** What the summary calls the facts that most cases have; others go by their label. */
const brief = new Map<FactId, string>([
  ['court', ''],
  ['stage', ''],
  ['date_of_birth', 'born'],
  ['age_now', 'age'],
  ['age_at_offence', 'age at the offence'],
  ['offence_date', 'offence'],
  ['conviction_on_indictment', 'on indictment'],
  ['imprisonable', 'imprisonable'],
  ['willing', 'willing to comply'],
  ['reports', 'held'],
]);

/** Sums up what is recorded, in the order in which it is asked for. */
export function factsLine(declared: readonly Fact[], recorded: Facts): string {
  return declared
    .flatMap((fact) => {
      const value = recorded[fact.id];
      if (!value) return [];
      const name = brief.get(fact.id);
      const words = valueWords(fact, value);
      if (name === '') return [words];
      return [name === undefined ? `${fact.label}: ${words}` : `${name} ${words}`];
    })
    .join(' · ');
}

/** Writes the value of a fact. */
export function valueWords(fact: Fact, value: FactValue): string {
  const named = (id: string) => fact.choice.find((choice) => choice.id === id)?.name ?? id;
  switch (value.kind) {
    case 'flag':
      return value.value ? 'yes' : 'no';
    case 'date':
      return plainDate(value.value);
    case 'choice':
      return named(value.value);
    case 'list':
      return value.value.length > 0 ? value.value.map(named).join(', ') : 'none';
    default:
      return typedWords(value);
  }
}

/** What is to be recorded: a fact, or the entry of a list. */
export type Missing = Pick<Awaited, 'fact' | 'missing'>;

/** Names what an option waits for: the entry of a list, or the fact itself. */
export function missingWords(declared: readonly Fact[], { fact, missing }: Missing): string {
  const found = declared.find(({ id }) => id === fact);
  const entry = found?.choice.find(({ id }) => id === missing);
  return entry?.name ?? found?.label ?? missing;
}

/** Names a fact. */
export function factName(declared: readonly Fact[], id: FactId): string {
  return declared.find((fact) => fact.id === id)?.label ?? id;
}

/** Writes the two ends of a limit: "15 days to 60 days". */
export function boundWords({ 'at-least': least, 'at-most': most }: Bound): string {
  if (least && most) return `${measuredWords(least)} to ${measuredWords(most)}`;
  if (least) return `at least ${measuredWords(least)}`;
  if (!most) return '';
  return most.amount === 'unlimited' ? 'no upper limit' : `up to ${measuredWords(most)}`;
}

function measuredWords(figure: Measured): string {
  if (Object.hasOwn(figure, 'hours-a-day')) return `${hours(figure['hours-a-day'])} a day`;
  if (Object.hasOwn(figure, 'hours')) return hours(figure.hours);
  const words = Object.hasOwn(figure, 'term') ? figure.term : figure.amount;
  return words === 'unlimited' ? 'any sum' : words;
}

const hours = (number: number) => `${number} hour${number === 1 ? '' : 's'}`;

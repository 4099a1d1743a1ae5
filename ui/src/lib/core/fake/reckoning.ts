// Calculators that show every kind of input, answer, step and warning, and state no law.
import { addDays, longDate } from '$lib/shared/dates';
import type { Commands } from '../core';
import type { Calculator, Fact, FactId, FactKind, Facts, Reckoned, Step, Working } from '../wire';
import { answer, missing } from './answer';
import { facts as declared } from './sources';

type Acts = Pick<Commands, 'calculators' | 'calculate'>;

const input = (id: FactId, kind: FactKind, label: string, also: Partial<Fact> = {}): Fact => ({
  id,
  group: 'sample',
  kind,
  label,
  help: null,
  choice: [],
  ...also,
});

/** Facts of the law, which a calculator asks under their own ids. */
const ofLaw = (...ids: FactId[]) => declared.filter(({ id }) => ids.includes(id));

const step = (says: string, authority: string | null = null): Step => ({
  says,
  authority,
  checked: says.includes('[?]') ? 'unverified' : 'verified',
});
const answered = (label: string, value: string): Reckoned => ({
  label,
  value,
  checked: value.includes('[?]') ? 'unverified' : 'verified',
});

/** What the sample gives; it may still wait for something. */
type Reckon = (
  given: Facts,
  asAt: string,
) => Omit<Working, 'missing'> & Partial<Pick<Working, 'missing'>>;

/** A calculator, what it cannot do without, and how the sample reckons. */
interface Sample {
  about: Calculator;
  needs: readonly FactId[];
  reckon: Reckon;
}

const number = (given: Facts, id: FactId) => {
  const value = given[id]?.value;
  return Number(String(value ?? '').replace(/[£,]/g, '')) || 0;
};
const pounds = (sum: number) => `£${Math.floor(sum).toLocaleString('en-GB')}`;

const samples: readonly Sample[] = [
  {
    about: {
      id: 'sample-share',
      title: 'Share of a sum (sample)',
      aliases: ['portion', 'split of a fine'],
      what: 'What each of several people would pay of a sum. A sample: it states no law.',
      input: [
        input('sample-share-sum-1', 'amount', 'Sum', { help: 'The whole of it, or the first.' }),
        input('sample-share-sum-2', 'amount', 'Second sum'),
        input('sample-share-sum-3', 'amount', 'Third sum'),
        input('sample-share-people', 'count', 'People'),
      ],
      authority: 'Sample Act s.1',
      checked: 'verified',
    },
    needs: ['sample-share-sum-1', 'sample-share-people'],
    reckon: (given) => {
      const sums = [1, 2, 3].map((at) => number(given, `sample-share-sum-${at}`));
      const sum = sums.reduce((all, one) => all + one);
      const people = Math.max(1, number(given, 'sample-share-people'));
      return {
        answers: [
          answered('Each pays', pounds(sum / people)),
          answered('Left over', pounds(sum % people)),
        ],
        steps: [
          step(`The sum is ${pounds(sum)}.`),
          step(`It is shared by ${people}: ${pounds(sum / people)} each.`, 'Sample Act s.1(1)'),
          step('A part of a pound is left out [?].', 'Sample Act s.1(2)'),
        ],
        warnings:
          sum > 10_000 ? ['The sample was never tried with a sum as large as this one.'] : [],
      };
    },
  },
  {
    about: {
      id: 'sample-last-day',
      title: 'Last day of a period (sample)',
      aliases: ['deadline', 'time limit', 'when does it end'],
      what: 'The last day of a period that runs from a day. A sample: it states no law.',
      input: [
        input('sample-last-day-from', 'date', 'First day'),
        input('sample-last-day-period', 'term', 'Period'),
        input('sample-last-day-counts', 'flag', 'The first day counts'),
      ],
      authority: 'Sample Act s.2',
      checked: 'unverified',
    },
    needs: ['sample-last-day-from', 'sample-last-day-period'],
    reckon: (given, asAt) => {
      const from = String(given['sample-last-day-from']?.value ?? asAt);
      const days = Number.parseInt(String(given['sample-last-day-period']?.value), 10) || 0;
      const counts = given['sample-last-day-counts']?.value === true;
      return {
        answers: [answered('Last day', `${longDate(addDays(from, counts ? days - 1 : days))} [?]`)],
        steps: [
          step(`The period begins on ${longDate(from)}.`, 'Sample Act s.2(1)'),
          step(`${days} are counted ${counts ? 'with' : 'without'} the first day [?].`),
        ],
        warnings: [
          'The sample takes every period as if it were written in days.',
          'Ask the sheriff clerk where the last day is a court holiday [?].',
        ],
      };
    },
  },
  {
    about: {
      id: 'sample-age',
      title: 'Age group on the day (sample)',
      aliases: ['young person', 'how old'],
      what: 'Under or over a sample age. A sample: it states no law.',
      input: ofLaw('age_now', 'court'),
      authority: 'Sample Act s.3',
      checked: 'verified',
    },
    needs: ['age_now'],
    reckon: (given, asAt) => {
      const age = Number.parseInt(String(given['age_now']?.value), 10) || 0;
      return {
        answers: [answered('Sample group', age < 40 ? 'Younger' : 'Older')],
        steps: [
          step(`On ${longDate(asAt)} the age is ${age}.`),
          step('The sample parts the groups at 40.', 'Sample Act s.3(1)'),
        ],
        warnings: [],
      };
    },
  },
  {
    about: {
      id: 'sample-kinds',
      title: 'Every kind of input (sample)',
      aliases: ['inputs'],
      what: 'Counts what was entered. A sample: it states no law.',
      input: [
        ...ofLaw('court', 'age_now', 'offence_date', 'imprisonable', 'max_term', 'max_fine'),
        input('sample-kinds-hours', 'count', 'Hours'),
        input('sample-last-day-counts', 'flag', 'The first day counts'),
        ...ofLaw('reports'),
      ],
      authority: 'Sample Act s.4',
      checked: 'verified',
    },
    needs: [],
    reckon: (given) => ({
      answers: [
        answered('Entered', String(Object.keys(given).length)),
        ...Object.keys(given).map((id) => answered(`Whether “${id}” is entered`, 'Yes')),
      ],
      missing: Object.hasOwn(given, 'age_now') ? [] : ['age_now'],
      steps: Object.keys(given).map((id) => step(`“${id}” is entered.`)),
      warnings: [],
    }),
  },
];

/** Calculators that show every kind of answer. */
export function reckoningCommands(): Acts {
  return {
    calculators: () => answer(samples.map(({ about }) => about)),
    calculate: (id, given, asAt) => {
      const sample = samples.find(({ about }) => about.id === id);
      if (!sample) return missing();
      const lacks = sample.needs.filter((fact) => !Object.hasOwn(given, fact));
      return lacks.length > 0
        ? answer<Working>({ answers: [], steps: [], missing: lacks, warnings: [] })
        : answer<Working>({ missing: [], ...sample.reckon(given, asAt) });
    },
  };
}

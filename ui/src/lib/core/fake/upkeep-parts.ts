// What differs between two versions of an entry, part by part, in words.
import type { Area, Intake, PartChange, Service, ServiceNote } from '../wire';
import { councils, label } from './sources';

const intakeWords = {
  'not-stated': '',
  taking: 'Taking referrals',
  'waiting-list': 'Waiting list',
  paused: 'Paused',
} satisfies Record<Intake, string>;

const listed = (of: string, codes: readonly string[]) =>
  codes.map((code) => label(of, code)).join(', ');

/** Where an entry takes people from, in words. */
export function areaWords(area: Area): string {
  if (area.area === 'national') return 'All Scotland';
  if (area.area === 'elsewhere') return area.says;
  return councils
    .filter(({ id }) => area.councils.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

const parts: readonly (readonly [string, (of: Service) => string | null])[] = [
  ['Name', (of) => of.name],
  ['Other names', (of) => of['other-names'].join(', ')],
  ['Kind', (of) => label('programme_kind', of.kind)],
  ['What it involves', (of) => of.description],
  ['Provider, in words', (of) => of.provider],
  ['Area', (of) => areaWords(of.area)],
  ['Courts', (of) => of.courts.join(', ')],
  ['Prisons', (of) => of.prisons.join(', ')],
  ['Setting', (of) => of.setting],
  ['Groups', (of) => listed('offender_group', of.groups)],
  ['Needs', (of) => listed('outcome', of.outcomes)],
  ['Takes: sex', (of) => of.eligibility.sex],
  ['Takes: age', ({ eligibility: { 'age-from': from, 'age-to': to } }) => ages(from, to)],
  ['Takes: offence', (of) => of.eligibility.offence],
  ['Takes: risk', (of) => of.eligibility.risk],
  ['Order needed', (of) => of.eligibility['order-needed']],
  ['Takes: where the person lives', (of) => of.eligibility.residence],
  ['Not for', (of) => of.eligibility['not-for']],
  ['Orders and options', (of) => listed('disposal', of.options)],
  ['Referrals', referralWords],
  ['How to refer', (of) => of['how-to-refer']],
  ['Contact', (of) => of.contact],
  ['Length', (of) => of.length],
  ['Where and when', (of) => of.times],
  ['Cost', (of) => of.cost],
  ['Evidence', (of) => of.evidence],
  ['Access', (of) => of.access],
  ['Languages', (of) => of.languages.join(', ')],
  ['Began', (of) => of['active-from']],
  ['Ended', (of) => of['active-to']],
  ['State', (of) => of.state],
  ['Source', (of) => of.source],
  ['Source’s date', (of) => of['source-date']],
  ['Confirmed', (of) => [of['assured-on'], of['assured-by']].filter(Boolean).join(', ')],
];

function ages(from: number | null, to: number | null): string {
  return [from !== null && `from ${from}`, to !== null && `to ${to}`].filter(Boolean).join(' ');
}

function referralWords({ referrals }: Service): string {
  const { intake, weeks, places } = referrals;
  if (intake === 'not-stated') return '';
  return [
    intakeWords[intake],
    weeks !== null && `${weeks} weeks`,
    places !== null && `${places} places`,
    referrals['next-start'],
    referrals['told-on'] && `told on ${referrals['told-on']}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The parts of a service that differ. */
export function serviceChanges(before: Service | null, after: Service | null): PartChange[] {
  const said = (of: Service | null, part: (of: Service) => string | null) => (of && part(of)) ?? '';
  return parts
    .map(([part, words]) => ({ part, before: said(before, words), after: said(after, words) }))
    .filter((change) => change.before !== change.after);
}

/** The parts of what is kept here that differ. */
export function noteChanges(before: ServiceNote, after: ServiceNote): PartChange[] {
  const words = { note: 'Note', reviewer: 'Reviewer', deputy: 'Deputy' } as const;
  return (['note', 'reviewer', 'deputy'] as const)
    .map((part) => ({
      part: words[part],
      before: before[part] ?? '',
      after: after[part] ?? '',
    }))
    .filter((change) => change.before !== change.after);
}

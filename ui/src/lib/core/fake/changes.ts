// What changed since the person last looked: a little of everything, until it is marked as seen.
import { addDays } from '$lib/shared/dates';
import type { Commands } from '../core';
import type { Became, ChangedEntry, ChangedPart, Changes, Menu, TouchedDraft } from '../wire';
import { answer } from './answer';
import { id, today } from './people';
import { options, services } from './sources';
import type { Scenario } from './standing';

const edition = '2026-11';

type Acts = Pick<Commands, 'whatChanged' | 'changesSeen'>;

const option = (
  menu: Menu,
  of: string,
  became: Became,
  parts: readonly ChangedPart[] = [],
): ChangedEntry => ({
  id: of,
  menu,
  name: options.find((one) => one.id === of)?.name ?? 'An option that was taken out',
  became,
  parts: [...parts],
});

const service = (at: number, became: Became, parts: readonly ChangedPart[] = []) => ({
  id: services[at]?.id ?? 'none',
  menu: null,
  name: services[at]?.name ?? 'A service',
  became,
  parts: [...parts],
});

const entries: readonly ChangedEntry[] = [
  option('bail', 'bail-em', 'changed', [
    {
      label: 'Limits',
      before: 'The hours may not exceed 10 in a day [?]. The period has no limit in the statute.',
      now: 'The hours may not exceed 12 in a day. The period has no limit in the statute.',
    },
    {
      label: 'Rule B-09',
      before: '',
      now: 'The court must have heard whether the person keeps the place suitable. CP95 s.24D(2). From 1 November 2026.',
    },
  ]),
  option('bail', 'bail-supervised', 'changed', [
    {
      label: 'In force on the day',
      before: `On ${plain(-40)} it was not yet in force.`,
      now: `On ${plain(0)} it is in force, from ${plain(-12)}.`,
    },
  ]),
  option('disposals', 'rlo', 'changed', [
    {
      label: 'Rule R-61',
      before:
        'A justice of the peace court may not make a restriction of liberty order. CP95 s.245A(1). From 1 July 1998. Not checked against an official text.',
      now: 'A justice of the peace court may not make a restriction of liberty order. CP95 s.245A(1). From 1 July 1998 to 31 October 2026.',
    },
    {
      label: 'Notes',
      before: 'Ask the monitoring service for the form of assessment.\nFifteen days are usual.',
      now: '',
    },
  ]),
  option('disposals', 'community-reparation-order-trial', 'removed'),
  service(0, 'changed', [
    { label: 'Area', before: 'Fife', now: 'Fife, Dundee City' },
    { label: 'Confirmed', before: 'Not confirmed locally', now: '12 November 2026' },
  ]),
  service(1, 'added'),
];

function plain(days: number): string {
  const write = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return write.format(new Date(`${addDays(today, days)}T12:00:00Z`));
}

const drafts: readonly TouchedDraft[] = [
  { report: id(2, 1), name: 'EXAMPLE, Morag', form: 'JSWR', options: ['rlo'] },
];

export function changesCommands(scenario: Scenario = 'open'): Acts {
  const nothing: Changes = {
    since: edition,
    looked: today,
    now: edition,
    entries: [],
    drafts: [],
  };
  const changes: Changes = {
    ...nothing,
    since: '2026-10',
    looked: addDays(today, -40),
    entries: [...entries],
    drafts: scenario === 'clerk' ? [] : [...drafts],
  };
  let now = scenario === 'empty' ? { ...nothing, since: null, looked: null } : changes;
  return {
    whatChanged: () => answer(now),
    changesSeen: () => {
      now = nothing;
      return answer(null);
    },
  };
}

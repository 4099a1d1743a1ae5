import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { core, keyboard, program, type Commitment, type Part } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { live } from '../src/lib/shared/live.svelte';
import { preferences } from '../src/lib/shared/preferences.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import { PersonWeek } from '../src/lib/week/sitting-week.svelte';
import { screenFor } from '../src/screens/registry';
import WeekHost from './WeekHost.svelte';

const a = (part: Partial<Commitment>): Commitment => ({
  kind: 'work',
  name: 'Bakery',
  days: ['Tue'],
  from: '09:00:00',
  until: '17:00:00',
  travel: 0,
  'at-home': false,
  ...part,
});
const tag = a({ kind: 'stay-in', name: 'Tag at home', from: '16:00:00', until: '22:00:00' });

async function plan(commitments: Commitment[] = [], proposed: readonly Part[] = []) {
  pretend('open');
  await program.start();
  const week = new PersonWeek();
  week.replace(commitments);
  render(WeekHost, { week, proposed });
  return { user: userEvent.setup(), week };
}

const adds = () => screen.getByRole('button', { name: /Add a commitment/ });
const form = () => screen.findByRole('form');
const grid = () => screen.getByRole('group', { name: 'Week grid' });
const block = (name: RegExp) => within(grid()).getByRole('button', { name });
const clashes = () => screen.findByRole('region', { name: 'Clashes' });

beforeEach(() => {
  program.otherDay = null;
  preferences.singleKeys = true;
  undo.forget();
  const press = (event: KeyboardEvent) => {
    keyboard.handle(event);
  };
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', press);
  };
});

test('the week has a screen of its own', () => {
  expect(screenFor('week').screen.pattern).toBe('week');
});

test('an empty week says what may stand in it', async () => {
  await plan();

  expect(screen.getByText('Nothing stands in this week yet.')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Clashes' })).toBeNull();
});

test('a commitment is added by keyboard alone, with times as people write them', async () => {
  const { user, week } = await plan();

  await user.keyboard('{Control>}{Enter}{/Control}');
  const fields = within(await form());
  await user.selectOptions(fields.getByRole('combobox', { name: 'Kind' }), 'Programme');
  await user.type(fields.getByRole('textbox', { name: 'What you call it' }), 'Men’s group');
  await user.type(fields.getByRole('textbox', { name: 'From' }), '6pm');
  await user.type(fields.getByRole('textbox', { name: 'Until' }), '20.30');
  await user.type(fields.getByRole('textbox', { name: 'Travel each way' }), '1h 15');
  await user.click(fields.getByRole('button', { name: 'Weekdays' }));
  await user.click(fields.getByRole('checkbox', { name: /Friday/ }));
  await user.keyboard('{Control>}{Enter}{/Control}');

  expect(week.commitments).toEqual([
    a({
      kind: 'programme',
      name: 'Men’s group',
      days: ['Mon', 'Tue', 'Wed', 'Thu'],
      from: '18:00:00',
      until: '20:30:00',
      travel: 75,
    }),
  ]);
  await waitFor(() => {
    expect(document.activeElement).toBe(block(/Men’s group.*Programme.*, Monday/));
  });
});

test('what was typed last counts though its box was not left', async () => {
  const { user, week } = await plan();
  await user.click(adds());
  const fields = within(await form());
  await user.click(fields.getByRole('button', { name: 'Every day' }));
  await user.type(fields.getByRole('textbox', { name: 'From' }), '19');
  await user.type(fields.getByRole('textbox', { name: 'Until' }), '7{Enter}');

  expect(week.commitments).toEqual([
    a({
      kind: 'stay-in',
      name: 'Stay in',
      days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      from: '19:00:00',
      until: '07:00:00',
    }),
  ]);
});

test('every fault is named at once, and each leads to its box', async () => {
  const { user, week } = await plan();
  await user.click(adds());
  const fields = within(await form());
  await user.selectOptions(fields.getByRole('combobox', { name: 'Kind' }), 'Work');
  await user.type(fields.getByRole('textbox', { name: 'Travel each way' }), 'far');
  await user.click(fields.getByRole('button', { name: /Add to the week/ }));

  const summary = fields.getByRole('group', { name: 'There is a problem' });
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Choose at least one day',
    'Enter the time when it begins',
    'Enter the time when it ends',
    'Enter the travel in minutes, such as 30, at most 720',
  ]);
  await user.click(within(summary).getByRole('link', { name: 'Choose at least one day' }));
  expect(document.activeElement).toBe(fields.getByRole('checkbox', { name: /Monday/ }));
  expect(week.commitments).toEqual([]);
});

test('a clash is told with day and times, is numbered on its blocks, and leads to one', async () => {
  const { user } = await plan([tag, a({})]);

  const told = within(await clashes());
  const link = told.getByRole('button', { name: 'Tuesday, 16:00 to 17:00' });
  expect(told.getByText(/“Tag at home” asks the person to stay in/)).toBeTruthy();
  expect(
    told.getByText(/avoid a clash with the person’s religion, work or education/),
  ).toBeTruthy();
  expect(told.getByText('CP95 ss.227B(3), 227E')).toBeTruthy();
  await waitFor(() => {
    expect(block(/Clash 1.*Bakery.*Work.*Tuesday, 09:00 to 17:00/)).toBeTruthy();
  });
  await user.click(link);

  expect(document.activeElement).toBe(block(/Bakery/));
});

test('the same clash on several days is one line', async () => {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
  await plan([{ ...tag, days }, a({ days })]);

  const told = within(await clashes());

  expect(told.getByRole('button', { name: 'Monday to Friday, 16:00 to 17:00' })).toBeTruthy();
  expect(screen.getByText('1 clash')).toBeTruthy();
});

test('a week that fits says so, and how long the person is in on each day', async () => {
  await plan([tag]);

  expect(await screen.findByText('No clash found')).toBeTruthy();
  await waitFor(() => {
    expect(within(grid()).getByRole('list', { name: /Tuesday.*in for 6 hours/ })).toBeTruthy();
  });
  await waitFor(() => {
    expect(live.polite).toContain('No clash found');
  });
});

test('the arrows move between blocks by day and time, and Tab comes to one of them', async () => {
  const days = ['Mon', 'Tue', 'Wed'];
  const { user } = await plan([
    a({ name: 'Bakery', days }),
    a({ name: 'Mosque', kind: 'religion', days: ['Wed'], from: '18:00:00', until: '19:00:00' }),
  ]);
  const stops = within(grid())
    .getAllByRole('button')
    .filter((one) => one.tabIndex === 0);
  expect(stops).toEqual([block(/Bakery.*Monday/)]);
  stops[0]?.focus();

  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(block(/Bakery.*Tuesday/));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(block(/Mosque/));
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(block(/Bakery.*Wednesday/));
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement).toBe(block(/Bakery.*Monday/));
});

test('Enter changes a commitment, and Esc leaves it as it was', async () => {
  const { user, week } = await plan([tag, a({})]);
  block(/Bakery/).focus();

  await user.keyboard('{Enter}');
  const until = within(await form()).getByRole('textbox', { name: 'Until' });
  await user.clear(until);
  await user.type(until, '15:30');
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  expect(week.commitments).toEqual([tag, a({ until: '15:30:00' })]);

  await user.keyboard('{Enter}');
  await form();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form')).toBeNull();
  await waitFor(() => {
    expect(document.activeElement).toBe(block(/Bakery/));
  });
});

test('Delete removes, and undo puts back only what was removed', async () => {
  const { user, week } = await plan([tag, a({})]);
  block(/Tag at home/).focus();

  await user.keyboard('{Delete}');
  expect(week.commitments).toEqual([a({})]);
  week.replace([a({}), a({ name: 'School', kind: 'education' })]);
  undo.take();

  expect(week.commitments.map(({ name }) => name)).toEqual(['Tag at home', 'Bakery', 'School']);
});

test('the week may be cleared, and taken back', async () => {
  const { user, week } = await plan([tag, a({})]);

  await user.click(screen.getByRole('button', { name: 'Clear the week' }));
  expect(week.commitments).toEqual([]);
  undo.take();

  expect(week.commitments).toEqual([tag, a({})]);
});

test('T shows the same week as a list, day by day, and back', async () => {
  const { user } = await plan([{ ...tag, until: '07:00:00' }]);
  block(/Tag at home.*, Tuesday, 16/).focus();

  await user.keyboard('t');

  expect(screen.queryByRole('group', { name: 'Week grid' })).toBeNull();
  const rows = screen.getAllByRole('button', { name: /Tag at home/ });
  expect(rows.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
    '16:00 to 07:00 the next day Tag at home Stay in',
    'to 07:00, from Tuesday Tag at home Stay in',
  ]);
  expect(screen.getByRole('heading', { name: /Sunday nothing/ })).toBeTruthy();
  expect(document.activeElement).toBe(rows[0]);
  await user.keyboard('t');
  expect(grid()).toBeTruthy();
});

test('N adds from a block, and no letter acts where letters are switched off', async () => {
  const { user } = await plan([tag]);
  block(/Tag at home/).focus();

  preferences.singleKeys = false;
  await user.keyboard('n');
  expect(screen.queryByRole('form')).toBeNull();
  preferences.singleKeys = true;
  await user.keyboard('n');

  expect(await form()).toBeTruthy();
});

test('staying in and keeping away ask for no travel', async () => {
  const { user } = await plan();
  await user.click(adds());
  const fields = within(await form());
  const travel = () => fields.queryByRole('textbox', { name: 'Travel each way' });

  expect(travel()).toBeNull();
  await user.selectOptions(fields.getByRole('combobox', { name: 'Kind' }), 'Caring');
  expect(travel()).toBeTruthy();
  await user.click(fields.getByRole('checkbox', { name: 'At home' }));
  expect(travel()).toBeNull();
});

test('the week is tried by the law of the day that is looked at', async () => {
  pretend('open');
  await program.start();
  const asked: string[] = [];
  const { tryWeek } = core;
  core.tryWeek = (week, proposal, asAt) => {
    asked.push(asAt);
    return tryWeek(week, proposal, asAt);
  };
  program.otherDay = '2010-01-31';
  const week = new PersonWeek();
  week.replace([tag]);

  render(WeekHost, { week });
  await waitFor(() => {
    expect(asked).toContain('2010-01-31');
  });

  core.tryWeek = tryWeek;
});

const part = (option: string): Part => ({
  option,
  term: null,
  hours: null,
  amount: null,
  'hours-a-day': null,
});

test('what is proposed and not in the week yet is put in it, of its kind and under its name', async () => {
  const { user, week } = await plan([tag], [part('rlo'), part('cpo-unpaid-work-1'), part('fine')]);
  const proposed = await screen.findByRole('region', {
    name: 'Proposed, and not in the week yet:',
  });
  const name = 'Unpaid work or other activity requirement, level 1';
  expect(within(proposed).getAllByRole('listitem')).toHaveLength(1);

  await user.click(within(proposed).getByRole('button', { name: `Add the times of ${name}` }));
  const fields = within(await form());
  await user.type(fields.getByRole('textbox', { name: 'From' }), '9');
  await user.type(fields.getByRole('textbox', { name: 'Until' }), '16');
  await user.click(fields.getByRole('checkbox', { name: /Saturday/ }));
  await user.keyboard('{Control>}{Enter}{/Control}');

  expect(week.commitments[1]).toMatchObject({ kind: 'unpaid-work', name, days: ['Sat'] });
  await waitFor(() => {
    expect(screen.queryByRole('region', { name: /not in the week yet/ })).toBeNull();
  });
});

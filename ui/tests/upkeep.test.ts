import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, keyboard, program, type Commands, type ServicePage } from '../src/lib/core';
import { fakeCommands, pretend } from '../src/lib/core/fake';
import ServiceUpkeep from '../src/lib/directory/upkeep/ServiceUpkeep.svelte';
import { confirming } from '../src/lib/directory/upkeep/confirming.svelte';
import { languageWords, readLanguages } from '../src/lib/directory/upkeep/languages';
import { partDateWords, readPartDate } from '../src/lib/directory/upkeep/part-dates';
import { readService } from '../src/lib/directory/upkeep/read-service';
import { draftOf, emptyService, together } from '../src/lib/directory/upkeep/service-draft';
import { preferences } from '../src/lib/shared/preferences.svelte';
import { undo } from '../src/lib/shared/undo.svelte';

const id = 'pg-fife-womens-service';
const entry = 'pg-caledonian-fife';

async function open(may = true) {
  pretend('open');
  await program.start();
  const page = { ...(await core.servicePage(entry)), 'may-edit': may };
  let now: ServicePage = page;
  const shown = render(ServiceUpkeep, {
    page,
    onchange: (changed) => {
      now = changed;
      void shown.rerender({ page: changed });
    },
  });
  return { user: userEvent.setup(), page: () => now, unmount: shown.unmount };
}

beforeEach(() => {
  preferences.singleKeys = true;
  confirming.way = 'By telephone';
  undo.forget();
  const press = (event: KeyboardEvent) => {
    keyboard.handle(event);
  };
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', press);
  };
});

const checkedKey = '{Control>}{Shift>}k{/Shift}{/Control}';
const history = () => screen.findByRole('region', { name: 'What was done to this entry' });

test('“Checked, no change” is one keystroke, with how it was checked', async () => {
  const { user, page } = await open();
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'How it was checked' }),
    'By a visit',
  );
  await user.type(screen.getByRole('textbox', { name: /With which post/ }), 'duty worker');

  await user.keyboard(checkedKey);

  await waitFor(() => expect(page().row.assurance).toBe('fresh'));
  expect(page().row.kept['assured-how']).toBe('By a visit, with duty worker');
  expect(screen.getByText(/Last confirmed on .* By a visit, with duty worker/)).toBeTruthy();
  expect(confirming.way, 'remembered for the next').toBe('By a visit');
});

test('a confirmation is taken back through the undo bar', async () => {
  const { user, page } = await open();
  const before = page().row.service['assured-on'];
  await user.keyboard(checkedKey);
  await waitFor(() => expect(undo.offer?.words).toBe('Confirmed Caledonian System, Fife'));

  undo.take();

  await waitFor(() => expect(page().row.service['assured-on']).toBe(before));
  expect(await within(await history()).findByText('Taken back')).toBeTruthy();
});

test('the history says who, when, and what each part said before and after', async () => {
  const { user } = await open();
  await user.keyboard(checkedKey);

  const lines = within(await history());

  expect(await lines.findByText('Confirmed', { selector: '.tag' })).toBeTruthy();
  expect(lines.getByText('Isla Specimen, Social worker, justice')).toBeTruthy();
  expect(lines.getByText('How confirmed')).toBeTruthy();
  await user.click(lines.getByRole('button', { name: /^Take back: Confirmed/ }));
  expect(await lines.findByText('Taken back')).toBeTruthy();
});

test('an entry is marked as ended on a day, by a button that names it', async () => {
  const { user, page } = await open();
  await user.click(screen.getByRole('button', { name: /Mark as ended/ }));
  const box = screen.getByRole('textbox', { name: 'Day on which it ended' });
  await user.clear(box);
  await user.type(box, '1 10 2026');

  await user.click(screen.getByRole('button', { name: 'Mark as ended on 1 October 2026' }));

  await waitFor(() => expect(page().row.service.state).toBe('historical'));
  expect(page().row.service['active-to']).toBe('2026-10-01');
  expect(screen.queryByRole('button', { name: /Mark as ended/ })).toBeNull();
});

test('a day that has not come is no day on which a service ended', async () => {
  const { user, page } = await open();
  await user.click(screen.getByRole('button', { name: /Mark as ended/ }));
  const box = screen.getByRole('textbox', { name: 'Day on which it ended' });
  await user.clear(box);
  await user.type(box, '+3d');
  await user.click(screen.getByRole('button', { name: /^Mark as ended on/ }));

  expect(await screen.findByText(/must not be after today/)).toBeTruthy();
  expect(page().row.service.state).toBe('current');
});

test('a note stays here, and is kept with a key', async () => {
  const { user, page } = await open();
  expect(screen.getByText(/^Stays here, never exported\. Nothing/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Mornings only');
  await user.type(screen.getByRole('textbox', { name: 'Deputy' }), 'Team manager');

  await user.keyboard('{Control>}s{/Control}');

  await waitFor(() => expect(page().row.kept.note).toBe('Mornings only'));
  expect(page().row.kept.deputy).toBe('Team manager');
  expect(await within(await history()).findByText('Note kept')).toBeTruthy();
});

test('a note that was not kept is kept when the screen is left', async () => {
  const { user, unmount } = await open();
  await user.type(screen.getByRole('textbox', { name: 'Reviewer' }), 'Groupwork manager');

  unmount();

  await waitFor(async () =>
    expect((await core.servicePage(entry)).row.kept.reviewer).toBe('Groupwork manager'),
  );
});

test('a confirmation does not undo what is being typed in the note', async () => {
  const { user, page } = await open();
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Half a sent');

  await user.keyboard(checkedKey);

  await waitFor(() => expect(page().row.assurance).toBe('fresh'));
  expect(screen.getByDisplayValue('Half a sent')).toBeTruthy();
});

test('who may not change the directory sees its history and nothing to press', async () => {
  const { user, page } = await open(false);
  const before = page().row.service['assured-on'];

  await user.keyboard(checkedKey);

  expect(await history()).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Checked/ })).toBeNull();
  expect(screen.queryByRole('link', { name: /Change this entry/ })).toBeNull();
  expect((await core.servicePage(entry)).row.service['assured-on']).toBe(before);
});

test('what somebody else changed meanwhile is shown, and not marked as ended over', async () => {
  const { user, page } = await open();
  const fake = fakeCommands();
  const theirs = { ...page(), rev: 9 };
  const clash: Commands['closeService'] = () =>
    Promise.resolve({ status: 'ok', data: { outcome: 'conflict', theirs } });
  pretend('open', { ...fake, closeService: clash });
  await user.click(screen.getByRole('button', { name: /Mark as ended/ }));
  await user.click(screen.getByRole('button', { name: /^Mark as ended on/ }));

  expect(await screen.findByText('Somebody else changed this entry meanwhile')).toBeTruthy();
  expect(page().rev).toBe(9);
});

test('a clock that went back is said, and confirms nothing', async () => {
  const { user } = await open();
  pretend('open', {
    confirmServices: () =>
      Promise.resolve({ status: 'error', error: { code: 'bad-input', field: 'assured-on' } }),
  });

  await user.keyboard(checkedKey);

  expect(await screen.findByText(/^The date of this machine lies before/)).toBeTruthy();
});

const today = '2026-11-22';
const full = () => ({
  ...draftOf(emptyService(id)),
  name: 'Example service',
  kind: 'housing',
  description: 'Keys and a sofa.',
  councils: ['S12000047'],
});
const says = (draft: ReturnType<typeof full>) =>
  readService(draft, emptyService(id), today).problems.map(({ field }) => field);

test('an entry that says what it must is read', () => {
  const { service, problems } = readService(
    { ...full(), ageFrom: '16', languages: 'English, gaelic, bfi', sourceDate: 'March 2019' },
    emptyService(id),
    today,
  );

  expect(problems).toEqual([]);
  expect(service.eligibility['age-from']).toBe(16);
  expect(service.languages).toEqual(['en', 'gd', 'bfi']);
  expect(service['source-date']).toBe('2019-03');
  expect(service.eligibility.sex, 'not stated is not "any"').toBeNull();
});

test.each([
  ['service-name', { name: ' ' }],
  ['service-kind', { kind: '' }],
  ['service-description', { description: '' }],
  ['service-councils', { councils: [] }],
  ['service-elsewhere', { reach: 'elsewhere' as const, councils: [] }],
  ['service-ageFrom', { ageFrom: 'many' }],
  ['service-ageTo', { ageFrom: '25', ageTo: '18' }],
  ['service-weeks', { weeks: '-1' }],
  ['service-nextStart', { nextStart: '30 2 2026' }],
  ['service-toldOn', { intake: 'taking' as const }],
  ['service-toldOn', { toldOn: '2026-11-23' }],
  ['service-activeTo', { activeFrom: '2020', activeTo: '2019-05' }],
  ['service-sourceDate', { sourceDate: '2030' }],
  ['service-languages', { languages: 'Klingonish' }],
])('%s is put right before it is saved', (field, part) => {
  expect(says({ ...full(), ...part })).toEqual([field]);
});

test('an entry of the wire comes back from the form as it was', async () => {
  pretend('open');
  for (const one of ['pg-caledonian-fife', 'pg-caledonian-system', 'pg-right-track']) {
    const { service } = (await core.servicePage(one)).row;

    const { service: back, problems } = readService(draftOf(service), service, today);

    expect(problems, one).toEqual([]);
    expect(back).toEqual(service);
  }
});

test('two people’s changes are put together, and only what both changed is asked about', () => {
  const base = full();
  const ours = { ...base, cost: 'Free', name: 'Ours' };
  const theirs = { ...base, length: '12 weeks', name: 'Theirs' };

  const { merged, both } = together(base, ours, theirs);

  expect(both).toEqual(['name']);
  expect([merged.cost, merged.length, merged.name]).toEqual(['Free', '12 weeks', 'Ours']);
});

test('a short date is never padded', () => {
  expect(readPartDate('2019', today)).toBe('2019');
  expect(readPartDate('Mar 2019', today)).toBe('2019-03');
  expect(readPartDate('2019-13', today)).toBeNull();
  expect(readPartDate('27 3 2019', today)).toBe('2019-03-27');
  expect(['2019', '2019-03', '2019-03-27'].map(partDateWords)).toEqual([
    '2019',
    'March 2019',
    '27 March 2019',
  ]);
});

test('languages are read by name or code, and what is neither is said', () => {
  expect(readLanguages('Polish, xx; whatever this is')).toEqual({
    codes: ['pl', 'xx'],
    unread: ['whatever this is'],
  });
  expect(languageWords(['gd', 'xx'])).toBe('Gaelic, xx');
});

test('when a change is taken back the focus goes to the history that tells of it', async () => {
  const { user } = await open();
  await user.keyboard(checkedKey);
  const lines = within(await history());

  await user.click(await lines.findByRole('button', { name: /^Take back: Confirmed/ }));

  await lines.findByText('Taken back');
  expect(document.activeElement).toBe(lines.getByRole('heading'));
});

test('of two answers about an entry the one that was asked for last stands', async () => {
  const { user } = await open();
  await history();
  const early = await core.serviceHistory(entry);
  let answerLate = () => {};
  vi.spyOn(core, 'serviceHistory').mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answerLate = () => {
          resolve(early);
        };
      }),
  );
  await user.keyboard(checkedKey);
  await user.keyboard(checkedKey);
  const lines = within(await history());
  await waitFor(() =>
    expect(lines.getAllByText('Confirmed', { selector: '.tag' })).toHaveLength(2),
  );

  answerLate();
  await new Promise((resolve) => setTimeout(resolve));

  expect(lines.getAllByText('Confirmed', { selector: '.tag' })).toHaveLength(2);
});

test('when an entry is marked as ended the focus stays with the entry', async () => {
  const { user, page } = await open();
  await user.click(screen.getByRole('button', { name: /Mark as ended/ }));

  await user.click(screen.getByRole('button', { name: /^Mark as ended on/ }));

  await waitFor(() => expect(page().row.service.state).toBe('historical'));
  await waitFor(() => expect(document.activeElement?.id).toBe('upkeep-edit'));
});

test('what was taken back from the history is offered to undo no more', async () => {
  const { user } = await open();
  await user.keyboard(checkedKey);
  await waitFor(() => expect(undo.offer).not.toBeNull());
  const lines = within(await history());

  await user.click(await lines.findByRole('button', { name: /^Take back: Confirmed/ }));

  await lines.findByText('Taken back');
  expect(undo.offer).toBeNull();
});

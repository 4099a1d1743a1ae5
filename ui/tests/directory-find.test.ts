import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import App from '../src/App.svelte';
import { core, keyboard, program, type DirectorySearch, type Role } from '../src/lib/core';
import { fakeCommands, pretend } from '../src/lib/core/fake';
import { records } from '../src/lib/core/fake/people';
import { councils, courts } from '../src/lib/core/fake/sources';
import { directory as opened } from './directory-of';
import DirectoryLookUp from '../src/lib/directory/DirectoryLookUp.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import { sitting } from '../src/screens/sitting.svelte';

vi.setConfig({ testTimeout: 30_000 });

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {
      // Nothing is in sight in jsdom.
    }
    disconnect() {
      // Nothing is in sight in jsdom.
    }
  },
);

const fife = 'S12000047';

beforeEach(() => {
  document.body.replaceChildren();
  pretend('open');
});

afterEach(() => {
  undo.forget();
});

/** Opens the directory with a question, and gives every search that is asked of the core. */
async function directory(query: Record<string, string> = {}, replaced = {}) {
  const { user, ...asked } = await opened({ query, replaced });
  await screen.findByRole('tablist');
  return { ...asked, person: user };
}

const run = (id: string) => keyboard.commands.find((command) => command.id === id)?.run();
const fitting = () => screen.getByRole('list', { name: 'Services' });
const box = () => screen.getByLabelText('Find a service');

test('from a woman of 24 in Fife who uses heroin to the referral sheet: ask, Enter, Ctrl+P', async () => {
  render(App);
  await waitFor(() => expect(program.session).not.toBeNull());
  router.go('directory');
  const person = userEvent.setup();
  await waitFor(() => expect(document.activeElement?.id).toBe('words'));

  // The council is the worker's own: Fife. The first step is the question.
  await person.keyboard('heroin{F2}');
  await waitFor(() => expect(document.activeElement?.id).toBe('who-sex'));
  await person.selectOptions(screen.getByLabelText('Sex'), 'female');
  await person.keyboard('{Tab}24{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Example Recovery/));
  // The second opens the entry, and the third prints its sheet.
  await person.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Example Recovery Service, Inverbrae', level: 1 });
  await waitFor(() => expect(keyboard.commands.some(({ id }) => id === 'print')).toBe(true));
  await person.keyboard('{Control>}p{/Control}');

  const sheet = await screen.findByRole('dialog', { name: /Example Recovery Service/ });
  expect(sheet).toBeTruthy();
});

test('what does not fit the person stands apart, with every reason', async () => {
  await directory({ words: 'heroin', council: fife, sex: 'female', age: '24' });

  const apart = await screen.findByText('Does not fit this person (1)');

  const group = apart.closest('details');
  expect(group?.textContent).toContain('It takes men only.');
  expect(group?.textContent).toContain('aged 30 or over; this person is 24.');
  expect(within(fitting()).queryByText('Example Men’s Recovery Group')).toBeNull();
});

test('councils next door stand apart, closed where they are many, and say how they lie', async () => {
  const { person } = await directory({ words: 'heroin', council: fife });

  const apart = await screen.findByText(/^Outside Fife: councils next door \(\d+\)$/);

  const group = apart.closest('details');
  expect(group?.open).toBe(false);
  await person.click(apart);
  expect(group?.open).toBe(true);
  expect(group?.textContent).toContain('Dundee City: bridge or ferry');
  expect(group?.textContent).toContain('Perth and Kinross: shares a border');
  expect(fitting().textContent).not.toContain('Dundee');
});

test('what was opened by hand stays open whatever is typed next', async () => {
  const { person } = await directory({ council: fife });
  const title = /^Outside Fife: councils next door/;
  await person.click(await screen.findByText(title));

  await person.type(box(), 'heroin');

  await waitFor(() =>
    expect(screen.getByText(title).closest('details')?.textContent).toContain('shares a border'),
  );
  expect(screen.getByText(title).closest('details')?.open).toBe(true);
});

test('where the rest of an answer cannot be had, nothing of another question stands beside it', async () => {
  const real = fakeCommands('open');
  const { person } = await directory(
    { council: fife },
    {
      searchDirectory: (search: DirectorySearch) =>
        search.words
          ? Promise.resolve({ status: 'error', error: { code: 'disk-full' } })
          : real.searchDirectory(search),
    },
  );
  await screen.findByText(/^Outside Fife: councils next door/);

  await person.type(box(), 'heroin');

  await screen.findByRole('alert');
  expect(fitting().textContent).toContain('Example Recovery');
  expect(screen.queryByText(/^Outside Fife/)).toBeNull();
});

test('every filter of an address is asked of the core', async () => {
  const { searches } = await directory({
    words: 'group',
    council: '-',
    court: 'SC-KDY',
    need: 'O3',
    group: 'women',
    kind: 'addiction',
    option: 'dtto',
    stage: 'yes',
    prison: 'PR-EDI',
    sex: 'male',
    age: '31',
    order: 'no',
    taking: 'yes',
    ended: 'shown',
    expired: 'yes',
  });

  await waitFor(() => expect(searches.length).toBeGreaterThan(0));
  expect(searches.at(-1)).toMatchObject({
    words: 'group',
    council: null,
    court: 'SC-KDY',
    need: 'O3',
    group: 'women',
    kind: 'addiction',
    option: 'dtto',
    'before-sentence': true,
    prison: 'PR-EDI',
    person: { sex: 'male', age: 31, 'under-order': false },
    taking: true,
    'not-running': true,
    expired: true,
    from: 0,
    limit: 50,
  });
  expect(screen.getByRole('button', { name: /^More filters \(11\)/ })).toBeTruthy();
});

test('what is chosen is kept in the address, and is a tag that takes it off', async () => {
  const { person, searches } = await directory({ council: fife });
  run('facts');
  await person.type(await screen.findByLabelText('Age'), '24');
  await waitFor(() => expect(router.place.query.get('age')).toBe('24'));

  await person.click(screen.getByRole('button', { name: /^Remove filter: ?Aged 24/ }));

  await waitFor(() => expect(searches.at(-1)?.person.age).toBeNull());
  expect(router.place.query.get('age')).toBeNull();
});

test('words that are no age ask for none, and say so', async () => {
  const { person, searches } = await directory({ council: fife, more: 'shown' });

  await person.type(await screen.findByLabelText('Age'), 'old');

  expect(screen.getByText(/Enter the age in whole years/)).toBeTruthy();
  expect(searches.every((search) => search.person.age === null)).toBe(true);
});

test('fifty more are fetched from where the list ends', async () => {
  const { person, ofRows } = await directory({ council: '-' });
  const more = await screen.findByRole('button', { name: 'Show 50 more' });
  expect(within(fitting()).getAllByRole('listitem')).toHaveLength(50);

  await person.click(more);

  await waitFor(() => expect(within(fitting()).getAllByRole('listitem')).toHaveLength(100));
  expect(ofRows).toMatchObject([{ from: 50, limit: 50 }]);
  expect(document.activeElement).toBe(within(fitting()).getAllByRole('link')[50]);
});

test('an answer that comes after a newer one is dropped', async () => {
  const real = fakeCommands('open');
  let late: (() => void) | null = null;
  const { person } = await directory(
    { council: fife },
    {
      directoryRows: async (search: DirectorySearch) => {
        if (search.words === 'h') await new Promise<void>((resolve) => (late = resolve));
        return real.directoryRows(search);
      },
    },
  );

  await person.type(box(), 'heroin');
  await waitFor(() => expect(fitting().textContent).toContain('Example Recovery'));
  const before = fitting().textContent;
  (late ?? (() => undefined))();
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(fitting().textContent).toBe(before);
});

test('Esc clears the words, then the filters, and the filters can be brought back', async () => {
  const { person } = await directory({ council: fife, words: 'bail' });
  await person.click(box());

  await person.keyboard('{Escape}');
  expect(box()).toMatchObject({ value: '' });
  await screen.findByRole('button', { name: /^Remove filter: ?Fife/ });
  await person.keyboard('{Escape}');

  await waitFor(() => expect(screen.queryByRole('list', { name: 'Filters in use' })).toBeNull());
  undo.take();
  await screen.findByRole('button', { name: /^Remove filter: ?Fife/ });
});

test('where nothing matches a word that was meant is offered, and the gap may be noted', async () => {
  const { person } = await directory({ council: fife, words: 'herion', need: 'O3' });

  await person.click(await screen.findByRole('button', { name: 'Nothing suitable: note the gap' }));
  const dialog = await screen.findByRole('dialog', { name: /^Note a gap/ });
  expect(within(dialog).getByLabelText('Person lives in')).toMatchObject({ value: fife });
  await waitFor(() => expect(within(dialog).getByLabelText('Need')).toMatchObject({ value: 'O3' }));
  await person.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await person.click(screen.getByRole('button', { name: 'Did you mean “heroin”?' }));

  await waitFor(() => expect(fitting().textContent).toContain('Example Recovery'));
});

test('typing in the list goes back to the box', async () => {
  const { person } = await directory({ council: fife });
  await person.click(box());
  await person.keyboard('{ArrowDown}');
  expect(fitting().contains(document.activeElement)).toBe(true);

  await person.keyboard('bail');

  expect(box()).toMatchObject({ value: 'bail' });
});

async function withRoles(roles: Role[]) {
  const { standing } = fakeCommands('open');
  const told = await standing();
  if (told.status !== 'ok' || told.data.state !== 'open') throw new Error('the fake is open');
  const { session } = told.data;
  program.open({ ...session, profile: { ...session.profile, roles } });
}

test('the way to keep it true is shown to a directory editor only', async () => {
  await directory();
  expect(screen.queryByRole('link', { name: 'Keep the directory true' })).toBeNull();

  await withRoles(['directory-editor']);

  expect(await screen.findByRole('link', { name: 'Keep the directory true' })).toBeTruthy();
});

test('a gap is noted with the case that is open, and is counted', async () => {
  const [record] = records;
  await program.start();
  await sitting.hand.open(record?.id ?? '');
  render(DirectoryLookUp, {
    query: new URLSearchParams({ council: fife, view: 'gaps' }),
    councils,
    courts,
    ofCase: sitting.ofCase,
    onpreview: vi.fn(),
  });
  const person = userEvent.setup();
  await screen.findByRole('table', { name: '3 gaps by need and council' });

  run('gap');
  const dialog = await screen.findByRole('dialog', { name: /^Note a gap/ });
  await within(dialog).findByRole('option', { name: /^Literacy/ });
  await person.selectOptions(within(dialog).getByLabelText('Need'), 'O4');
  await person.click(within(dialog).getByLabelText(/^A service open to everybody/));
  await person.type(within(dialog).getByLabelText('What would have suited'), 'Reading, evenings');
  run('main-action');

  await screen.findByRole('table', { name: '4 gaps by need and council' });
  const lines = screen.getByRole('table', { name: 'Gaps, the newest first' });
  const line = within(lines).getByText('Reading, evenings').closest('tr');
  const link = within(line ?? lines).getByRole('link');
  expect(link.getAttribute('href')).toBe(`#/cases/${record?.id}`);
  sitting.clear();
});

test('a gap without a need or a council is not noted, and both are asked for', async () => {
  const noteGap = vi.fn();
  const { person } = await directory({ council: '-' }, { noteGap });
  await person.click(screen.getByRole('button', { name: /^Note a gap/ }));

  await person.click(await screen.findByRole('button', { name: /^Note the gap/ }));

  expect(screen.getByRole('link', { name: 'Choose the need that nothing met' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Choose where the person lives' })).toBeTruthy();
  expect(noteGap).not.toHaveBeenCalled();
});

test('gaps are counted by day and council', async () => {
  const { person } = await directory({ view: 'gaps', council: '-' });
  await screen.findByRole('table', { name: '5 gaps by need and council' });

  await person.selectOptions(screen.getByLabelText('Council'), fife);

  const table = await screen.findByRole('table', { name: '3 gaps by need and council' });
  expect(within(table).queryByRole('columnheader', { name: 'Dundee City' })).toBeNull();
  await person.type(screen.getByLabelText('Noted from'), '-20d{Enter}');
  await screen.findByRole('table', { name: '2 gaps by need and council' });
  expect(router.place.query.get('from')).not.toBeNull();
});

test('the fake counts what a filter would leave with every other in force', async () => {
  const search: DirectorySearch = {
    words: '',
    court: null,
    council: fife,
    prison: null,
    kind: null,
    need: 'O3',
    group: null,
    option: null,
    'before-sentence': false,
    person: { sex: null, age: null, 'under-order': null },
    taking: false,
    'not-running': false,
    expired: false,
    'as-at': program.asAt,
    from: 0,
    limit: 500,
  };

  const { needs } = await core.searchDirectory(search);

  for (const { value, count } of needs) {
    const { matched } = await core.searchDirectory({ ...search, need: value });
    expect([value, count]).toEqual([value, matched]);
  }
});

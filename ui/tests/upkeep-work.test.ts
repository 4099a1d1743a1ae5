import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, keyboard, program, type ServiceRow, type WorkRow } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { lastSearch } from '../src/lib/directory/upkeep/last-search.svelte';
import { everything } from '../src/lib/directory/upkeep/code-choices';
import { preferences } from '../src/lib/shared/preferences.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import Upkeep from '../src/screens/Upkeep.svelte';

async function open(query = 'council=-') {
  pretend('open');
  await program.start();
  router.go('upkeep', Object.fromEntries(new URLSearchParams(query)));
  render(Upkeep, { params: {}, query: new URLSearchParams(query) });
  return userEvent.setup();
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const names = () => rows().map(({ textContent }) => textContent);
const listed = () => waitFor(() => expect(rows().length).toBeGreaterThan(2));
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;

beforeEach(() => {
  preferences.singleKeys = true;
  undo.forget();
  lastSearch.search = null;
  const press = (event: KeyboardEvent) => {
    keyboard.handle(event);
  };
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', press);
  };
});

test('C confirms the row, the next takes the focus, and undo brings it back', async () => {
  const user = await open();
  await listed();
  const [first, second] = names();
  rows()[0]?.focus();

  await user.keyboard('c');

  await waitFor(() => expect(names()[0]).toBe(second));
  await waitFor(() => expect(document.activeElement?.textContent).toBe(second));
  expect(undo.offer?.words).toBe(`Confirmed ${first}`);
  undo.take();
  await waitFor(() => expect(names()[0]).toBe(first));
});

test('Space marks several, and one keystroke confirms them together', async () => {
  const user = await open();
  await listed();
  const before = names();
  const confirm = vi.spyOn(core, 'confirmServices');
  rows()[0]?.focus();

  await user.keyboard(' {ArrowDown} ');

  expect(screen.getByText('2 marked')).toBeTruthy();
  await user.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
  await waitFor(() => expect(names()[0]).toBe(before[2]));
  expect(confirm).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('2 marked')).toBeNull();
  undo.take();
  await waitFor(() => expect(names().slice(0, 2)).toEqual(before.slice(0, 2)));
});

test('Enter opens the entry', async () => {
  await open();
  await listed();

  expect(rows()[0]?.getAttribute('href')).toMatch(/^#\/directory\/pg-/);
});

test('Tab leads to one row only, and the arrows to the others', async () => {
  const user = await open();
  await listed();
  rows()[0]?.focus();

  await user.keyboard('{ArrowDown}{End}');

  expect(document.activeElement).toBe(rows().at(-1));
  await waitFor(() => expect(rows().filter((row) => row.tabIndex === 0)).toEqual([rows().at(-1)]));
});

test('single letters do nothing where they are switched off', async () => {
  preferences.singleKeys = false;
  const user = await open();
  await listed();
  const confirm = vi.spyOn(core, 'confirmServices').mockClear();
  rows()[0]?.focus();

  await user.keyboard('c');

  expect(confirm).not.toHaveBeenCalled();
});

test('entries of one provider stand together and are asked about in one letter', async () => {
  const user = await open();
  await listed();
  const [button] = screen.getAllByRole('button', { name: /^Letter/ });
  if (!button) throw new Error('no letter');

  await user.click(button);

  const dialog = within(screen.getByRole('dialog', { name: 'Letter that asks to confirm' }));
  expect(await dialog.findByText('Subject')).toBeTruthy();
  expect(dialog.getByText(/This is what it says of yours/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Copy' })).toBeTruthy();
});

test('a filter of state is a button with its count', async () => {
  const user = await open();
  await listed();
  const before = heading();

  await user.click(screen.getByRole('button', { name: /^Not confirmed \(\d+\)/ }));

  await waitFor(() =>
    expect(
      screen.getByRole('button', { name: /^Not confirmed/ }).getAttribute('aria-pressed'),
    ).toBe('true'),
  );
  expect(before).toMatch(/entries\s+to confirm$/);
  await waitFor(() => expect(router.place.query.get('state')).toBe('never-assured'));
});

test('words that match nothing offer the way back', async () => {
  const user = await open();
  await listed();
  await user.type(screen.getByRole('searchbox', { name: 'Provider or name' }), 'zeppelin');

  await user.click(await screen.findByRole('button', { name: 'Show every entry to confirm' }));

  await listed();
});

test('at first nothing is confirmed, and the screen says what to do', async () => {
  const { row } = await core.servicePage('pg-caledonian-fife');
  const one: ServiceRow = { ...row, assurance: 'never-assured' };
  const work: WorkRow = { row: one, provider: 'Fife Council', 'due-on': null, escalated: true };
  pretend('open', {
    workList: () =>
      Promise.resolve({
        status: 'ok',
        data: { rows: [work], matched: 1, states: [{ assurance: 'never-assured', count: 218 }] },
      }),
  });
  render(Upkeep, { params: {}, query: new URLSearchParams() });

  expect(
    await screen.findByText('Nobody here has confirmed any of these entries yet.'),
  ).toBeTruthy();
  expect(screen.getByText(/Waited long: goes to the deputy/)).toBeTruthy();
});

test('the tab stands in the address', async () => {
  const user = await open();

  await user.click(screen.getByRole('tab', { name: 'Write out' }));

  expect(router.place.query.get('tab')).toBe('write');
});

test('the whole directory is written, and what the format cannot carry is said', async () => {
  const user = await open('tab=write');
  const written = vi.spyOn(core, 'exportDirectory').mockClear();
  await user.click(screen.getByRole('radio', { name: /Open Referral UK/ }));

  await user.click(screen.getByRole('button', { name: /Write out/ }));

  expect(await screen.findByText(/directory-hsds-uk.json is written/)).toBeTruthy();
  expect(screen.getByText(/no place for how to refer/)).toBeTruthy();
  expect(written.mock.calls[0]?.[0]).toMatchObject({
    words: '',
    'not-running': true,
    expired: true,
  });
  expect(written.mock.calls[0]?.[1]).toBe('hsds-uk');
});

test('contacts go out as open data only where the box says so', async () => {
  const user = await open('tab=write');
  const written = vi.spyOn(core, 'exportDirectory').mockClear();
  const chosen = () => written.mock.calls.map(([, format, contacts]) => [format, contacts]);
  const write = () => user.click(screen.getByRole('button', { name: /Write out/ }));
  expect(screen.queryByRole('checkbox', { name: 'Contacts too' })).toBeNull();

  await user.click(screen.getByRole('radio', { name: /^HSDS/ }));
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Contacts too/ });
  expect(box.checked).toBe(false);
  expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
    /leave this office/,
  );
  await write();
  expect(await screen.findByText(/^Contacts are left out/)).toBeTruthy();
  await user.click(box);
  await write();
  await waitFor(() => expect(screen.queryByText(/^Contacts are left out/)).toBeNull());
  await screen.findByText(/directory-hsds.json is written/);
  await user.click(screen.getByRole('radio', { name: /^CSV/ }));
  await write();

  await waitFor(() =>
    expect(chosen()).toEqual([
      ['hsds', false],
      ['hsds', true],
      ['csv', false],
    ]),
  );
});

test('what the last search left is written where it is chosen', async () => {
  lastSearch.note({ ...everything('2026-11-22'), words: 'housing', limit: 50 }, 12);
  const user = await open('tab=write');
  const written = vi.spyOn(core, 'exportDirectory').mockClear();

  await user.click(screen.getByRole('radio', { name: /What the last search left: 12 entries/ }));
  await user.click(screen.getByRole('button', { name: /Write out/ }));

  expect(await screen.findByText(/directory.csv is written/)).toBeTruthy();
  expect(written.mock.calls[0]?.[0]).toMatchObject({ words: 'housing', from: 0 });
  expect(written.mock.calls[0]?.[0].limit).toBeGreaterThan(20_000);
});

test('the keys of a row are those of its box and its button too', async () => {
  const user = await open();
  await listed();
  const [first, second] = names();
  const reach = (part: string) =>
    rows()[0]?.closest('li')?.querySelector<HTMLElement>(part)?.focus();
  const reached = () => document.activeElement?.textContent;

  reach('input');
  await user.keyboard('{ArrowDown}');
  expect(reached()).toBe(second);

  reach('button');
  await user.keyboard('c');
  await waitFor(() => expect(undo.offer?.words).toBe(`Confirmed ${first}`));
  await waitFor(() => expect(reached()).toBe(second));
  reach('input');
  await user.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
  await waitFor(() => expect(undo.offer?.words).toBe(`Confirmed ${second}`));
});

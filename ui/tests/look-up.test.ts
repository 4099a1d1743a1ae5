import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type Commands } from '../src/lib/core';
import { fakeCommands, pretend, stops } from '../src/lib/core/fake';
import { router } from '../src/lib/shared/router.svelte';
import { CaseFacts } from '../src/lib/options/law/case-facts.svelte';
import MenuLookUp from '../src/lib/options/MenuLookUp.svelte';

/** While it is there, what waits for a frame waits until it is let go. */
const frames = vi.hoisted((): { awaited: (() => void)[] | null } => ({ awaited: null }));
vi.mock('../src/lib/shared/frames', async (original) => {
  const { nextFrame } = await original<typeof import('../src/lib/shared/frames')>();
  return {
    nextFrame: () =>
      frames.awaited ? new Promise<void>((drawn) => frames.awaited?.push(drawn)) : nextFrame(),
  };
});

async function bail(replaced: Partial<Commands> = {}) {
  pretend('open', replaced);
  await program.start();
  const { councils } = await core.places();
  const onpreview = vi.fn();
  router.expect();
  const query = new URLSearchParams();
  render(MenuLookUp, { menu: 'bail', query, councils, facts: new CaseFacts(), onpreview });
  return { user: userEvent.setup(), onpreview };
}

const box = () => screen.getByRole('textbox', { name: 'Find a bail option' });
const list = () => screen.getByRole('listbox', { name: 'Bail options' });
const chosen = () => within(list()).getByRole('option', { selected: true });

beforeEach(() => {
  program.otherDay = null;
});

test('a word typed in the box finds an option by what people call it', async () => {
  const { user } = await bail();

  expect(document.activeElement).toBe(box());
  await user.type(box(), 'tag');

  await waitFor(() => expect(within(list()).getAllByRole('option')).toHaveLength(2));
  expect(chosen().textContent).toContain('Electronically monitored bail');
  await screen.findByRole('heading', { name: 'Electronically monitored bail' });
});

test('the list gives letters back to the box and Esc clears it', async () => {
  const { user } = await bail();
  await user.type(box(), 'tag');
  await waitFor(() => expect(within(list()).getAllByRole('option')).toHaveLength(2));

  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(list());
  expect(chosen().textContent).toContain('EM bail with bail supervision');
  await user.keyboard('{Escape}');

  expect(document.activeElement).toBe(box());
  await waitFor(() => expect(within(list()).getAllByRole('option').length).toBeGreaterThan(20));
});

test('more words choose their best match, whatever fewer of them had chosen', async () => {
  const { user } = await bail();
  await screen.findByRole('listbox', { name: 'Bail options' });
  const last = within(list()).getAllByRole('option').at(-1);
  if (!last) throw new Error('there are options');
  await user.click(last);

  await user.type(box(), 'bail');

  await waitFor(() => expect(chosen()).toBe(within(list()).getAllByRole('option')[0]));
});

test('a row that is still found is not drawn anew, and the list waits for its answer', async () => {
  const sample = fakeCommands();
  let answer: () => void = () => undefined;
  const { user } = await bail({
    searchOptions: async (search) => {
      if (search.words) await new Promise<void>((come) => (answer = come));
      return sample.searchOptions(search);
    },
  });
  const tagged = within(await screen.findByRole('listbox', { name: 'Bail options' })).getByText(
    'Electronically monitored bail',
  );
  const headings = list().querySelectorAll('[role="presentation"]').length;

  await user.type(box(), 'tag');
  expect(list().querySelectorAll('[role="presentation"]').length).toBe(headings);
  answer();

  await waitFor(() => expect(within(list()).getAllByRole('option')).toHaveLength(2));
  expect(within(list()).getByText('Electronically monitored bail')).toBe(tagged);
  expect(list().querySelectorAll('[role="presentation"]')).toHaveLength(0);
});

test('a long list shows its beginning first and then all of it', async () => {
  const { user } = await bail();
  const rows = () => within(list()).getAllByRole('option').length;
  await screen.findByRole('listbox', { name: 'Bail options' });
  const seen: number[] = [];
  const watching = new MutationObserver(() => seen.push(rows()));
  watching.observe(list(), { childList: true });

  await user.type(box(), 'a');

  await waitFor(() => expect(rows()).toBeGreaterThan(12));
  watching.disconnect();
  expect(seen[0]).toBe(12);
  expect(seen.at(-1)).toBe(rows());
});

test('the last row is gone to although the rest is not drawn yet', async () => {
  const { user } = await bail();
  const into = vi.fn();
  HTMLElement.prototype.scrollIntoView = into;
  await screen.findByRole('listbox', { name: 'Bail options' });
  const awaited: (() => void)[] = [];
  frames.awaited = awaited;
  await user.type(box(), 'a');
  await waitFor(() => expect(within(list()).getAllByRole('option')).toHaveLength(12));

  list().focus();
  await fireEvent.keyDown(list(), { key: 'End' });
  expect(within(list()).queryByRole('option', { selected: true })).toBeNull();

  frames.awaited = null;
  for (const drawn of awaited) drawn();
  await waitFor(() => expect(within(list()).getAllByRole('option').at(-1)).toBe(chosen()));
  expect(into.mock.contexts.at(-1)).toBe(chosen());
});

test('keys pressed before the answer has come are meant for what was typed', async () => {
  const sample = fakeCommands();
  let answer: () => void = () => undefined;
  const { user } = await bail({
    searchOptions: async (search) => {
      if (search.words === 'tag') await new Promise<void>((come) => (answer = come));
      return sample.searchOptions(search);
    },
  });
  await screen.findByRole('listbox', { name: 'Bail options' });

  await user.type(box(), 'tag');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(list());
  answer();

  await waitFor(() => expect(chosen().textContent).toContain('EM bail with bail supervision'));
  expect(within(list()).getAllByRole('option')).toHaveLength(2);
});

test('going down before the answer has come ends in the box where nothing was found', async () => {
  const sample = fakeCommands();
  let answer: () => void = () => undefined;
  const { user } = await bail({
    searchOptions: async (search) => {
      if (search.words) await new Promise<void>((come) => (answer = come));
      return sample.searchOptions(search);
    },
  });
  await screen.findByRole('listbox', { name: 'Bail options' });

  await user.type(box(), 'zzzz');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(list());
  answer();

  await waitFor(() => expect(document.activeElement).toBe(box()));
  expect(screen.queryByRole('listbox', { name: 'Bail options' })).toBeNull();
});

test('what was not checked keeps its mark and says so', async () => {
  const { user } = await bail();

  await user.type(box(), 'fiscal fine');

  await screen.findByText('This entry was not checked against an official text');
  expect((await screen.findAllByText('[?] not checked')).length).toBeGreaterThan(0);
});

test('a word that matches nothing offers one that does', async () => {
  const { user } = await bail();

  await user.type(box(), 'supvised');

  await user.click(await screen.findByRole('button', { name: /Did you mean/ }));
  await waitFor(() => expect(chosen().textContent).toContain('upervis'));
});

test('showing all says how many are in force on the day', async () => {
  const { user } = await bail();
  await waitFor(() => expect(within(list()).getAllByRole('option').length).toBeGreaterThan(20));
  const inForce = within(list()).getAllByRole('option').length;

  await user.type(box(), 'zzzz');
  await user.click(
    await screen.findByRole('button', { name: `Show all ${inForce} in force (Esc)` }),
  );

  await waitFor(() => expect(within(list()).getAllByRole('option')).toHaveLength(inForce));
});

test('a card is printed of the option that is shown', async () => {
  const { user, onpreview } = await bail();
  await user.type(box(), 'supervised bail');
  await screen.findByRole('heading', { name: /^Supervised bail/ });

  await user.click(screen.getByRole('button', { name: /Print card/ }));

  await waitFor(() => expect(onpreview).toHaveBeenCalledOnce());
});

test('a fault is said with what to do next', async () => {
  await bail({ searchOptions: stops({ code: 'edition-damaged' }) });

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The content edition could not be read.');
});

test('a link to an option that ended opens that option', async () => {
  pretend('open');
  await program.start();
  const all = await core.searchOptions({
    menu: 'disposals',
    words: '',
    court: null,
    stage: null,
    family: null,
    'as-at': program.asAt,
    'out-of-force': true,
    council: null,
  });
  const ended = all.rows.find((row) => !row['in-force']);
  if (!ended) throw new Error('the edition has an option that ended');

  const query = new URLSearchParams({ id: ended.id });
  const facts = new CaseFacts();
  render(MenuLookUp, { menu: 'disposals', query, councils: [], facts, onpreview: vi.fn() });

  const rows = await screen.findByRole('listbox', { name: 'Disposals' });
  const chosenRow = await within(rows).findByRole('option', { selected: true });
  expect(chosenRow.textContent).toContain(ended.name);
});

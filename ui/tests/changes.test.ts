import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { changedWords, changeGroups, touchedWords } from '../src/lib/changes/change-groups';
import { core, keyboard, program, type ChangedEntry, type Changes } from '../src/lib/core';
import { pretend, stops } from '../src/lib/core/fake';
import { keys } from '../src/lib/core/keys';
import Changed from '../src/screens/Changes.svelte';
import Today from '../src/screens/Today.svelte';

const entry = (id: string, menu: ChangedEntry['menu'], more: Partial<ChangedEntry> = {}) => ({
  id,
  menu,
  name: `The entry ${id}`,
  became: 'changed' as const,
  parts: [],
  ...more,
});

const changes = (entries: ChangedEntry[], more: Partial<Changes> = {}): Changes => ({
  since: '2026-10',
  looked: '2026-10-13',
  now: '2026-11',
  entries,
  drafts: [],
  ...more,
});

const told = (data: Changes) => ({
  whatChanged: () => Promise.resolve({ status: 'ok' as const, data }),
});

async function open(data: Changes) {
  pretend('open', told(data));
  render(Changed);
  await screen.findByRole('heading', { level: 1, name: 'What changed' });
}

test('the news counts each menu and the directory by its own word', () => {
  const entries = [entry('a', 'bail'), entry('b', 'bail'), entry('c', 'disposals')];

  expect(changedWords(changes([...entries, entry('d', null)]))).toBe(
    '2 bail options, 1 disposal and 1 service changed since you last looked',
  );
  expect(changedWords(changes([entry('d', null)]))).toBe('1 service changed since you last looked');
  expect(changedWords(changes([]))).toBe('Nothing changed since you last looked');
});

test('a place where nothing changed is left out', () => {
  const groups = changeGroups([entry('d', null), entry('a', 'bail')]);

  expect(groups.map(({ id }) => id)).toEqual(['bail', 'directory']);
});

test('reports that name a changed option are counted beside the news', () => {
  const draft = { report: 'r', name: 'EXAMPLE, Morag', form: 'JSWR', options: ['a'] };

  expect(touchedWords(changes([], { drafts: [draft] }))).toBe(
    '1 report you are writing names one of them',
  );
  expect(touchedWords(changes([], { drafts: [draft, { ...draft, report: 's' }] }))).toBe(
    '2 reports you are writing name one of them',
  );
  expect(touchedWords(changes([]))).toBe('');
});

test('Today says what changed and leads there', async () => {
  pretend('open', told(changes([entry('a', 'bail'), entry('d', null)])));

  await program.start();
  render(Today);

  const news = await screen.findByRole('region', { name: 'Changed' });
  expect(news.textContent).toContain('1 bail option and 1 service changed since you last looked.');
  const link = within(news).getByRole('link', { name: 'See what changed' });
  expect(link.getAttribute('href')).toBe('#/changes');
});

test('Today says nothing where nothing changed', async () => {
  pretend('open', told(changes([])));

  await program.start();
  render(Today);

  await screen.findByRole('heading', { name: 'Look up' });
  expect(screen.queryByRole('region', { name: 'Changed' })).toBeNull();
});

test('what cannot be told of changes does not keep the day from being shown', async () => {
  pretend('open', { whatChanged: stops({ code: 'store-unavailable' }) });

  await program.start();
  render(Today);

  await screen.findByRole('heading', { name: 'Look up' });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a part shows what it said and what it says, the other words marked in both', async () => {
  const parts = [{ label: 'Limits', before: 'At most 4 months.', now: 'At most 6 months.' }];

  await open(changes([entry('bail-em', 'bail', { parts })]));

  const item = await screen.findByRole('listitem');
  expect(item.querySelector('del')?.textContent.trim()).toBe('4');
  expect(item.querySelector('ins')?.textContent.trim()).toBe('6');
  expect(within(item).getByText('It said')).toBeTruthy();
  expect(within(item).getByText('It says')).toBeTruthy();
  expect(within(item).getByText('Changed', { selector: '.tag' })).toBeTruthy();
});

test('a part that is new or gone says so, and marks no word', async () => {
  const parts = [
    { label: 'Rule R-29', before: '', now: 'A new rule.' },
    { label: 'Notes', before: 'An old note.', now: '' },
  ];

  await open(changes([entry('rlo', 'disposals', { parts })]));

  expect(await screen.findByText('It says, and did not before')).toBeTruthy();
  expect(screen.getByText('It said, and no longer says')).toBeTruthy();
  expect(document.querySelector('ins, del')).toBeNull();
});

test('an entry leads to where it is read, and one taken out leads nowhere', async () => {
  await open(
    changes([
      entry('bail-em', 'bail'),
      entry('gone', 'disposals', { became: 'removed' }),
      entry('pg-fife', null, { became: 'added' }),
    ]),
  );

  const link = await screen.findByRole('link', { name: 'The entry bail-em' });
  expect(link.getAttribute('href')).toBe('#/bail?id=bail-em');
  expect(screen.queryByRole('link', { name: 'The entry gone' })).toBeNull();
  expect(screen.getByText('The entry gone')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'The entry pg-fife' }).getAttribute('href')).toBe(
    '#/directory/pg-fife',
  );
});

test('reports being written stand first, with the options they name', async () => {
  const draft = { report: 'r-1', name: 'EXAMPLE, Morag', form: 'JSWR', options: ['rlo'] };

  await open(changes([entry('rlo', 'disposals')], { drafts: [draft] }));

  const [first] = await screen.findAllByRole('heading', { level: 2 });
  expect(first?.textContent).toContain('Reports you are writing');
  const link = screen.getByRole('link', { name: 'EXAMPLE, Morag' });
  expect(link.getAttribute('href')).toBe('#/reports/r-1');
  expect(link.closest('li')?.textContent).toContain('Names The entry rlo');
});

test('a long list is shown fifty at a time', async () => {
  const user = userEvent.setup();
  const many = Array.from({ length: 60 }, (_, at) => entry(`s-${at}`, null));

  await open(changes(many));
  expect(await screen.findAllByRole('listitem')).toHaveLength(50);
  await user.click(screen.getByRole('button', { name: 'Show 10 more' }));

  expect(screen.getAllByRole('listitem')).toHaveLength(60);
});

test('marked as seen, the list is empty and the heading has the focus', async () => {
  const user = userEvent.setup();
  pretend('open');
  render(Changed);

  await user.click(await screen.findByRole('button', { name: /Mark as seen/ }));

  await screen.findByText('Nothing changed since you last looked.');
  expect(screen.queryByRole('button', { name: /Mark as seen/ })).toBeNull();
  await waitFor(() => {
    expect(document.activeElement?.id).toBe('page-title');
  });
  expect((await core.whatChanged()).entries).toEqual([]);
});

test('marking has a key and a command', async () => {
  await open(changes([entry('a', 'bail')]));
  await screen.findByRole('button', { name: /Mark as seen/ });

  const command = keyboard.commands.find(({ id }) => id === 'main-action');
  expect(command?.name).toBe('Mark as seen');
  expect(keys.find(({ id }) => id === 'changes')?.name).toBe('What changed since you last looked');
});

test('marking that fails says why and keeps the list', async () => {
  const user = userEvent.setup();
  pretend('open', {
    ...told(changes([entry('a', 'bail')])),
    changesSeen: stops({ code: 'store-unavailable' }),
  });
  render(Changed);

  await user.click(await screen.findByRole('button', { name: /Mark as seen/ }));

  await screen.findByRole('alert');
  expect(screen.getByRole('link', { name: 'The entry a' })).toBeTruthy();
});

test('the first look says that nothing counts as changed', async () => {
  await open(changes([], { since: null, looked: null }));

  expect(await screen.findByText(/the first that you look at here/)).toBeTruthy();
});

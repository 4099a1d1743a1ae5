import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { coverNames, keyboard, program, type DirectorySearch } from '../src/lib/core';
import { fakeCommands, pretend } from '../src/lib/core/fake';
import { councils } from '../src/lib/core/fake/sources';
import DirectoryLookUp from '../src/lib/directory/DirectoryLookUp.svelte';
import { tileTo } from '../src/lib/directory/map/tile-keys';

vi.setConfig({ testTimeout: 30_000 });

const fife = 'S12000047';
const placed = councils
  .map((council) => ({
    council: council.id,
    letters: council.iso.slice(-3),
    column: council['tile-column'],
    row: council['tile-row'],
  }))
  .toSorted((one, other) => one.row - other.row || one.column - other.column);
const square = (letters: string) => {
  const found = placed.find((one) => one.letters === letters);
  if (!found) throw new Error(`no square ${letters}`);
  return found;
};
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

beforeEach(() => {
  document.body.replaceChildren();
});

async function map(query: Record<string, string> = {}) {
  const real = fakeCommands('open');
  const asked: DirectorySearch[] = [];
  const printed: DirectorySearch[] = [];
  const onpreview = vi.fn();
  pretend('open', {
    directoryMap: (search) => {
      asked.push(search);
      return real.directoryMap(search);
    },
    printMap: (search) => {
      printed.push(search);
      return real.printMap(search);
    },
  });
  await program.start();
  render(DirectoryLookUp, {
    query: new URLSearchParams({ view: 'map', council: fife, ...query }),
    councils,
    courts: [],
    onpreview,
  });
  await screen.findByRole(query.view ? 'list' : 'group', {
    name: query.view ? 'Services' : /^Councils of Scotland/,
  });
  return { asked, printed, onpreview, person: userEvent.setup() };
}

const tile = (letters: string) => screen.getByRole('button', { name: new RegExp(`^${letters} `) });

test.each([
  ['FIF', 'ArrowUp', 'ANS'],
  ['FIF', 'ArrowLeft', 'CLK'],
  ['ELS', 'ArrowRight', 'HLD'],
  ['ZET', 'ArrowDown', 'ABE'],
  ['DND', 'ArrowDown', 'EDH'],
  ['ORK', 'ArrowDown', 'MRY'],
])('from %s %s leads to %s, over empty squares', (from, key, to) => {
  expect(tileTo(key, square(from), placed)?.letters).toBe(to);
});

test('every square can be reached from every other by arrows', () => {
  for (const start of placed) {
    const reached = new Set([start.council]);
    const todo = [start];
    for (let from = todo.pop(); from; from = todo.pop()) {
      for (const key of arrows) {
        const to = tileTo(key, from, placed);
        if (to && !reached.has(to.council)) {
          reached.add(to.council);
          todo.push(to);
        }
      }
    }
    expect([start.letters, reached.size]).toEqual([start.letters, 32]);
  }
});

test('each cover has a mark of its own', () => {
  const marks = Object.values(coverNames).map(({ mark }) => mark);

  expect(new Set(marks).size).toBe(4);
});

test('the map shows every council, whichever one the list is for', async () => {
  const { asked } = await map();

  expect(screen.getAllByRole('button', { name: /^[A-Z]{3} \d/ })).toHaveLength(32);
  expect(asked.every(({ council }) => council === null)).toBe(true);
});

test('one square is in the order of tabbing: that of the council asked for', async () => {
  await map();

  const reached = screen
    .getAllByRole('button', { name: /^[A-Z]{3} \d/ })
    .filter(({ tabIndex }) => tabIndex === 0);

  expect(reached).toEqual([tile('FIF')]);
});

test('Enter on a square filters by its council and goes to its list', async () => {
  const { person } = await map();
  tile('FIF').focus();

  await person.keyboard('{ArrowUp}{ArrowUp}{Enter}');

  await screen.findByRole('button', { name: /^Remove filter: ?Aberdeenshire/ });
  const rows = await screen.findByRole('list', { name: 'Services' });
  await waitFor(() => expect(rows.contains(document.activeElement)).toBe(true));
  expect(screen.getByRole('tab', { name: 'List' }).getAttribute('aria-selected')).toBe('true');
});

test('the table holds what the map holds, and T goes between them', async () => {
  const { person } = await map({ words: 'heroin' });
  const names = screen
    .getAllByRole('button', { name: /^[A-Z]{3} \d/ })
    .map((one) => /^\S+ (\d+), ([^:]+):/.exec(one.getAttribute('aria-label') ?? ''))
    .map((found) => `${found?.[2]} ${found?.[1]}`);
  tile('FIF').focus();

  await person.keyboard('t');

  const table = await screen.findByRole('table', { name: /^Cover by council/ });
  const rows = within(table).getAllByRole('row').slice(1);
  const told = rows.map((row) => {
    const [, local] = within(row).getAllByRole('cell');
    return `${within(row).getByRole('rowheader').textContent.trim()} ${local?.textContent}`;
  });
  expect(told.toSorted()).toEqual(names.toSorted());
  expect(document.activeElement?.textContent).toBe('Fife');
  await person.keyboard('t');
  await waitFor(() => expect(document.activeElement).toBe(tile('FIF')));
});

test('a key goes to the map and back', async () => {
  await map({ view: 'list' });

  keyboard.commands.find(({ id }) => id === 'map')?.run();
  await waitFor(() => expect(document.activeElement).toBe(tile('FIF')));
  keyboard.commands.find(({ id }) => id === 'map')?.run();

  await waitFor(() => expect(document.activeElement?.id).toBe('words'));
});

test('the square that is looked at is told in a sentence', async () => {
  await map({ words: 'heroin' });

  tile('FIF').focus();

  expect(await screen.findByText('Fife: covered')).toBeTruthy();
  expect(screen.getByText(/2 local services \(2 taking referrals\)/)).toBeTruthy();
});

test('Ctrl+P prints the map of every council', async () => {
  const { person, printed, onpreview } = await map({ words: 'heroin' });

  await person.click(screen.getByRole('button', { name: /^Print map/ }));

  await waitFor(() => expect(onpreview).toHaveBeenCalled());
  expect(printed[0]).toMatchObject({ words: 'heroin', council: null });
});

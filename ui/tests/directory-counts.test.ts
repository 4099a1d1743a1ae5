import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type DirectorySearch, type Sought } from '../src/lib/core';
import { fakeCommands, pretend } from '../src/lib/core/fake';
import { councils, courts, prisons } from '../src/lib/core/fake/sources';
import DirectoryLookUp from '../src/lib/directory/DirectoryLookUp.svelte';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  document.body.replaceChildren();
  pretend('open');
});

const somebody: Sought = { sex: 'female', age: 24, 'under-order': null };

/** Opens the directory with a question, and gives the last search that was asked of the core. */
async function asked(query: Record<string, string>): Promise<DirectorySearch> {
  const real = fakeCommands('open');
  const searches: DirectorySearch[] = [];
  pretend('open', {
    searchDirectory: (search, counted) => {
      searches.push(search);
      return real.searchDirectory(search, counted);
    },
  });
  await program.start();
  render(DirectoryLookUp, {
    query: new URLSearchParams({ more: 'shown', ...query }),
    councils,
    courts,
    prisons,
    onpreview: vi.fn(),
  });
  await waitFor(() => expect(optionOf('Sex', 'female')).toMatch(/\(\d+\)$/));
  const last = searches.at(-1);
  if (!last) throw new Error('nothing was asked');
  return last;
}

function optionOf(label: string, value: string): string {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  const option = [...select.options].find((one) => one.value === value);
  return option?.textContent?.trim() ?? '';
}

/** One in each eight: that every count is right the core's own tests prove. */
const some = <T>(all: readonly T[]) => all.filter((_, at) => at % 8 === 0);
const left = async (search: DirectorySearch) => (await core.searchDirectory(search)).matched;

test('beside each court and prison stands what it would leave, and those that leave nothing stay', async () => {
  const search = await asked({ council: '-' });

  for (const { id, name } of some(courts)) {
    const matched = await left({ ...search, court: id });
    expect(optionOf('Court', id)).toBe(`${name} (${matched})`);
  }
  for (const { id, name } of some(prisons)) {
    const matched = await left({ ...search, prison: id });
    expect(optionOf('Prison, and on to home', id)).toBe(`${name} (${matched})`);
  }
  const counts = prisons.map(({ id }) => optionOf('Prison, and on to home', id));
  expect(counts.some((count) => count.endsWith('(0)'))).toBe(true);
  expect(counts.every((count) => count.endsWith('(0)'))).toBe(false);
});

test('beside each sex and order stands what there would be for that person', async () => {
  const search = await asked({ council: 'S12000047', sex: 'female', age: '24' });
  const of = (person: Partial<Sought>) => left({ ...search, person: { ...somebody, ...person } });

  expect(optionOf('Sex', 'female')).toBe(`Female (${await of({})})`);
  expect(optionOf('Sex', 'male')).toBe(`Male (${await of({ sex: 'male' })})`);
  const under = await of({ 'under-order': true });
  const free = await of({ 'under-order': false });
  expect(optionOf('Under an order', 'yes')).toBe(`Yes, or would be (${under})`);
  expect(optionOf('Under an order', 'no')).toBe(`No (${free})`);
  expect(free).toBeLessThan(under);
});

test('rows are asked for first and their counts after them, once each', async () => {
  const real = fakeCommands('open');
  const questions: { words: string; limit: number; counted: boolean }[] = [];
  pretend('open', {
    searchDirectory: (search, counted) => {
      questions.push({ words: search.words, limit: search.limit, counted });
      return real.searchDirectory(search, counted);
    },
  });
  await program.start();
  const query = new URLSearchParams({ more: 'shown', council: '-' });
  render(DirectoryLookUp, { query, councils, courts, prisons, onpreview: vi.fn() });
  await waitFor(() => expect(optionOf('Sex', 'female')).toMatch(/\(\d+\)$/));
  const before = optionOf('Sex', 'female');

  await userEvent.type(screen.getByRole('textbox', { name: 'Find a service' }), 'h');
  await waitFor(() => expect(optionOf('Sex', 'female')).not.toBe(before));

  expect(questions).toEqual([
    { words: '', limit: 50, counted: true },
    { words: 'h', limit: 50, counted: false },
    { words: 'h', limit: 0, counted: true },
  ]);
});

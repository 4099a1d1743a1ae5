import { screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, type DirectorySearch, type Sought } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { courts, prisons } from '../src/lib/core/fake/sources';
import { directory } from './directory-of';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  document.body.replaceChildren();
  pretend('open');
});

const somebody: Sought = { sex: 'female', age: 24, 'under-order': null };

/** Opens the directory with a question, and gives the last search that was asked of the core. */
async function asked(query: Record<string, string>): Promise<DirectorySearch> {
  const { searches } = await directory({ query: { more: 'shown', ...query } });
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

test('what the screen can show is asked for first and the whole after it, once each', async () => {
  const { searches, ofRows, user } = await directory({ query: { more: 'shown', council: '-' } });
  await waitFor(() => expect(optionOf('Sex', 'female')).toMatch(/\(\d+\)$/));
  const before = optionOf('Sex', 'female');
  // The list begins well down the window: what lies below the window is not waited for.
  const top = innerHeight - 260;
  const list = screen.getByRole('list', { name: 'Services' });
  vi.spyOn(list, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 600, 2000));

  await user.type(screen.getByRole('textbox', { name: 'Find a service' }), 'h');
  await waitFor(() => expect(optionOf('Sex', 'female')).not.toBe(before));

  const asked = (all: DirectorySearch[]) => all.map(({ words, limit }) => ({ words, limit }));
  expect(asked(ofRows)).toEqual([{ words: 'h', limit: 5 }]);
  expect(asked(searches)).toEqual([
    { words: '', limit: 50 },
    { words: 'h', limit: 50 },
  ]);
});

test('a council’s count holds what is for all Scotland, as its list does', async () => {
  const search = await asked({ council: 'S12000047', words: 'heroin' });

  expect(optionOf('Person lives in', 'S12000047')).toBe(`Fife (${await left(search)})`);
});

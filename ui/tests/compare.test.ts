import { screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { live } from '../src/lib/shared/live.svelte';
import { disposals, goTo, inSummaryCourt, list, withKeys } from './look-up-of';

const view = () => screen.findByRole('region', { name: /^Compare \d option/ });

beforeEach(() => withKeys());

async function marked(...names: string[]) {
  const { user } = await disposals({ facts: inSummaryCourt(false) });
  for (const name of names) {
    await goTo(user, name);
    await user.keyboard(' ');
  }
  return user;
}

test('Space marks a row in words and says so, and takes the mark away again', async () => {
  const say = vi.spyOn(live, 'say');
  const user = await marked('Admonition');
  const row = within(list()).getByText('Admonition').closest('[role="option"]');
  expect(row?.textContent).toContain('Marked');
  expect(say).toHaveBeenCalledWith('Admonition is marked to compare. 1 marked.');

  await user.keyboard(' ');

  expect(row?.textContent).not.toContain('Marked');
  expect(say).toHaveBeenCalledWith('Admonition is no longer marked. 0 marked.');
});

test('the marked options stand side by side, and Esc goes back to the same row', async () => {
  const user = await marked('Admonition', 'Absolute discharge');

  await user.keyboard('{F4}');
  const table = await within(await view()).findByRole('table');
  const heads = within(table).getAllByRole('columnheader');
  expect(heads.map(({ textContent }) => textContent.trim().split(/\s{2,}/)[0])).toEqual([
    'Fact',
    'Admonition',
    'Absolute discharge',
  ]);
  for (const name of [/^Finding/, /^Authority/, /^In force/])
    expect(within(table).getByRole('rowheader', { name })).toBeTruthy();
  expect(within(table).getByRole('rowheader', { name: /^What/ }).textContent).toContain('differs');
  await user.keyboard('{Escape}');

  await waitFor(() => {
    expect(document.activeElement).toBe(list());
  });
  expect(list().getAttribute('aria-activedescendant')).toBe('row-absolute-discharge');
});

test('only what differs is shown when that is wanted', async () => {
  const user = await marked('Admonition', 'Absolute discharge');
  await user.keyboard('{F4}');
  const table = await within(await view()).findByRole('table');
  const rows = () => within(table).getAllByRole('rowheader');
  const all = rows().length;

  await user.click(screen.getByRole('checkbox', { name: /^Only what differs/ }));

  expect(rows().length).toBeLessThan(all);
  expect(rows().every(({ textContent }) => textContent.includes('differs'))).toBe(true);
});

test('a fifth mark is refused, in words that stay', async () => {
  const user = await marked(
    'Admonition',
    'Absolute discharge',
    'Supervision pending payment',
    'Compensation order',
  );
  await goTo(user, 'Fine');

  await user.keyboard(' ');

  expect(screen.getByText(/^Four options are marked, the most/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Compare \(4\)/ })).toBeTruthy();
});

test('with nothing marked it says how to mark', async () => {
  const { user } = await disposals();

  await user.keyboard('{F4}');

  expect(await screen.findByText('No option is marked to compare.')).toBeTruthy();
});

import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { core, program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { readMonths } from '../src/lib/directory/upkeep/periods/periods.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import Upkeep from '../src/screens/Upkeep.svelte';

async function open() {
  pretend('open');
  await program.start();
  render(Upkeep, { params: {}, query: new URLSearchParams('tab=periods') });
  await screen.findByRole('rowheader', { name: 'Housing' });
  return userEvent.setup();
}

const row = (name: string) => {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (!found) throw new Error(`no row of ${name}`);
  return within(found);
};
const box = (name: string) => row(name).getByRole('textbox');
const months = async (kind: string | null) =>
  (await core.reviewPeriods()).find((period) => period.kind === kind)?.months;

beforeEach(() => {
  undo.forget();
});

test('whole months within the bounds are read, and nothing else', () => {
  expect(['1', ' 12 ', '60'].map((words) => readMonths(words, 60))).toEqual([1, 12, 60]);
  for (const words of ['0', '61', '', 'six', '1.5', '-3', '1e1', '3 months']) {
    expect(readMonths(words, 60)).toBeNull();
  }
  expect(readMonths('4', 3)).toBeNull();
});

test('a figure is kept with Enter, and undo gives the one before', async () => {
  const user = await open();
  expect(row('Housing').getByText('The directory’s own: three months')).toBeTruthy();

  await user.clear(box('Housing'));
  await user.type(box('Housing'), '12{Enter}');

  await row('Housing').findByText('Set here');
  expect(await months('housing')).toBe(12);
  expect(undo.offer?.words).toBe('Housing: confirmed for 12 months');
  undo.take();
  await waitFor(async () => expect(await months('housing')).toBe(3));
  await row('Housing').findByText('The directory’s own: three months');
  expect(box('Housing')).toHaveProperty('value', '3');
});

test('what is no period is refused at its box, which keeps what was typed', async () => {
  const user = await open();
  for (const words of ['0', '61', 'six']) {
    await user.clear(box('Housing'));
    await user.type(box('Housing'), `${words}{Enter}`);

    await row('Housing').findByText('Enter whole months, from 1 to 60');
    expect(box('Housing')).toHaveProperty('value', words);
    expect(box('Housing').getAttribute('aria-invalid')).toBe('true');
    expect(await months('housing')).toBe(3);
  }
  expect(undo.offer).toBeNull();

  await user.clear(box('Housing'));
  await user.type(box('Housing'), '6');
  await user.tab();
  await waitFor(async () => expect(await months('housing')).toBe(6));
  expect(row('Housing').queryByText(/^Enter whole months/)).toBeNull();
});

test('what is there for victims is never longer than three months', async () => {
  const user = await open();
  await user.clear(box('Victim'));
  await user.type(box('Victim'), '4{Enter}');

  await row('Victim').findByText('Enter whole months, from 1 to 3');
});

test('the figure of every kind counts where a kind has none, until it is taken away', async () => {
  const user = await open();
  const every = 'Every kind without its own period';
  await user.clear(box(every));
  await user.type(box(every), '6{Enter}');

  await row('Literacy').findByText('Set here for every kind');
  expect(box('Literacy')).toHaveProperty('value', '6');
  expect(box('Victim')).toHaveProperty('value', '3');

  await user.click(row(every).getByRole('button', { name: /^Take away/ }));
  await waitFor(() => expect(box('Literacy')).toHaveProperty('value', '3'));
});

test('when what was set is taken away the focus goes to the figure', async () => {
  const user = await open();
  await user.clear(box('Housing'));
  await user.type(box('Housing'), '12{Enter}');
  await row('Housing').findByText('Set here');

  await user.click(row('Housing').getByRole('button', { name: /^Take away/ }));

  await row('Housing').findByText('The directory’s own: three months');
  expect(document.activeElement).toBe(box('Housing'));
});

import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { program } from '../src/lib/core';
import { fakeCommands, pretend, stops } from '../src/lib/core/fake';
import Today from '../src/screens/Today.svelte';
import App from '../src/App.svelte';

async function open(scenario: string) {
  pretend(scenario);
  location.hash = '#/today';
  render(App);
  await screen.findByRole('heading', { name: 'Today' });
  return userEvent.setup();
}

const areas = () =>
  within(screen.getByRole('navigation', { name: 'Areas' }))
    .getAllByRole('link')
    .map(({ title }) => title);

test('a sheriff clerk sees the look-ups and no cases', async () => {
  await open('clerk');

  expect(areas()).toEqual([
    'Today',
    'Bail options',
    'Disposals',
    'Directory',
    'Calculators',
    'Settings',
  ]);
});

test('the demonstration is marked on the screen', async () => {
  await open('demo');

  expect(screen.getByText('Demonstration – not real people')).toBeTruthy();
});

test('the palette runs a command by its name', async () => {
  const user = await open('open');

  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Find anything' }), '>lock');
  const options = screen.getAllByRole('option', { hidden: true });

  expect(options.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Lock')]);
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Locked' });
  expect(program.session).toBeNull();
});

test('Enter in the palette opens what was typed, though its answer comes late', async () => {
  const sample = fakeCommands();
  let answer: () => void = () => undefined;
  pretend('open', {
    find: async (typed) => {
      if (typed === 'tag') await new Promise<void>((come) => (answer = come));
      return sample.find(typed);
    },
  });
  location.hash = '#/today';
  render(App);
  await screen.findByRole('heading', { name: 'Today' });
  const user = userEvent.setup();

  await user.keyboard('{Control>}k{/Control}');
  const words = await screen.findByRole('combobox', { name: 'Find anything' });
  await user.type(words, 'tag{Enter}');
  expect(screen.getByRole('combobox', { name: 'Find anything' })).toBeTruthy();
  answer();

  await screen.findByRole('heading', { name: 'Electronically monitored bail' });
});

test('a day that cannot be fetched says why', async () => {
  pretend('open', { today: stops({ code: 'store-unavailable' }) });
  render(Today);

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Your work could not be saved just now.');
});

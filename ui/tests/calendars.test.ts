import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type Commands, type KeptDay } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import CalendarKeeper from '../src/lib/calculators/CalendarKeeper.svelte';
import { withKeys } from './look-up-of';

async function keeper(replaced: Partial<Commands> = {}, onkept = vi.fn()) {
  pretend('open', replaced);
  await program.start();
  const { courts, councils } = await core.places();
  render(CalendarKeeper, { courts, councils, onkept, onclose: vi.fn() });
  return userEvent.setup();
}

beforeEach(() => withKeys());

test('the holidays of a court are kept by keyboard, each day once, and can be taken out', async () => {
  const kept: KeptDay[][] = [];
  const user = await keeper({
    keepCalendar: (place, days) => {
      kept.push([...days]);
      return Promise.resolve({ status: 'ok', data: [{ place, name: 'Court', days }] });
    },
  });
  const dialog = within(await screen.findByRole('dialog', { name: /^Holidays of courts/ }));
  await user.selectOptions(
    dialog.getByRole('combobox', { name: 'Court or council' }),
    'Dunfermline Sheriff Court',
  );

  await user.type(dialog.getByRole('textbox', { name: 'Day' }), '23 11 2026');
  await user.type(dialog.getByRole('textbox', { name: 'What it is called' }), 'Autumn holiday');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const days = await dialog.findByRole('list', { name: 'Days that are kept' });
  expect(days.textContent).toContain('Monday 23 November 2026');
  expect(kept).toEqual([[{ day: '2026-11-23', name: 'Autumn holiday' }]]);
  await waitFor(() => {
    expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: 'Day' }));
  });

  await user.type(dialog.getByRole('textbox', { name: 'Day' }), '23 11 2026');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getAllByText('This day is kept already').length).toBeGreaterThan(0);
  expect(dialog.getAllByText('Enter what the day is called').length).toBeGreaterThan(0);
  expect(kept).toHaveLength(1);

  await user.click(dialog.getByRole('button', { name: /^Remove Monday 23 November/ }));
  expect(kept[1]).toEqual([]);
});

test('what is kept is named beside its place, and the calculators are told', async () => {
  const onkept = vi.fn();
  const user = await keeper({}, onkept);
  const dialog = within(await screen.findByRole('dialog', { name: /^Holidays of courts/ }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Court or council' }), 'Falkirk');
  await user.type(dialog.getByRole('textbox', { name: 'Day' }), '7 9 2026');
  await user.type(dialog.getByRole('textbox', { name: 'What it is called' }), 'Fair{Enter}');
  await user.keyboard('{Control>}{Enter}{/Control}');

  await dialog.findByRole('option', { name: 'Falkirk (1 day)' });
  expect(onkept).toHaveBeenCalledOnce();
});

test('what the core refuses is said, and nothing is lost from the boxes', async () => {
  const user = await keeper({
    keepCalendar: () =>
      Promise.resolve({ status: 'error', error: { code: 'bad-input', field: 'days' } }),
  });
  const dialog = within(await screen.findByRole('dialog', { name: /^Holidays of courts/ }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Court or council' }), 'Falkirk');
  await user.type(dialog.getByRole('textbox', { name: 'Day' }), '7 9 2026');
  const name = dialog.getByRole('textbox', { name: 'What it is called' });
  await user.type(name, 'Fair');
  await user.keyboard('{Control>}{Enter}{/Control}');

  await dialog.findByRole('alert');
  expect(name).toHaveProperty('value', 'Fair');
});

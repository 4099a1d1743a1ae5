import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { program, type Commands, type Facts } from '../src/lib/core';
import { pretend, stops } from '../src/lib/core/fake';
import { undo } from '../src/lib/shared/undo.svelte';
import { live } from '../src/lib/shared/live.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { calculations } from '../src/screens/calculations.svelte';
import Calculators from '../src/screens/Calculators.svelte';
import { sitting } from '../src/screens/sitting.svelte';
import App from '../src/App.svelte';

async function calculators(
  named: string | null = null,
  { recorded = {}, replaced = {} }: { recorded?: Facts; replaced?: Partial<Commands> } = {},
) {
  pretend('open', replaced);
  await program.start();
  // The sitting begins empty; facts are recorded after that, as a person does.
  flushSync();
  sitting.facts.replace(recorded);
  router.expect();
  const params: Record<string, string> = named === null ? {} : { id: named };
  render(Calculators, { params, query: new URLSearchParams() });
  return userEvent.setup();
}

const aged34: Facts = { age_now: { kind: 'age', value: '34' } };
const box = () => screen.getByRole('textbox', { name: 'Find a calculator' });
const list = () => screen.findByRole('listbox', { name: 'Calculators' });
const panel = () => screen.findByRole('region', { name: 'Answer' });
const age = () => screen.findByRole('textbox', { name: /^Age on the day/ });

/** What Ctrl+C puts on the clipboard where the focus is. */
async function copied(): Promise<string> {
  const setData = vi.fn();
  const at = document.activeElement ?? document.body;
  await fireEvent.copy(at, { clipboardData: { setData } });
  return String(setData.mock.lastCall?.[1] ?? '');
}

beforeEach(() => {
  program.otherDay = null;
  location.hash = '#/calculators';
  sitting.facts.clear();
  calculations.clear();
  undo.forget();
});

test('a calculator is found by what people call it, and Enter goes to its first input', async () => {
  const user = await calculators();
  expect(within(await list()).getAllByRole('option').length).toBeGreaterThan(2);

  await user.type(box(), 'deadl');
  const [found, ...others] = within(await list()).getAllByRole('option');
  expect(others).toEqual([]);
  expect(found?.textContent).toContain('Last day of a period');
  await user.keyboard('{Enter}');

  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'First day' }));
});

test('the list moves by arrows, gives letters to the box and Esc comes back to it', async () => {
  const user = await calculators();
  await list();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'First day' }));

  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(await list());
  await user.keyboard('y');

  expect(document.activeElement).toBe(box());
});

test('a link to a calculator goes straight to its first input', async () => {
  await calculators('sample-share');

  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Sum' }));
  });
});

test('the answer follows what is typed, and says so once typing has paused', async () => {
  const user = await calculators('sample-share');
  expect((await panel()).textContent).toContain('To see the answer, enter');
  await user.type(screen.getByRole('textbox', { name: 'Sum' }), '250');

  await user.click(within(await panel()).getByRole('button', { name: 'People' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'People' }));
  await user.keyboard('4');

  await waitFor(async () => {
    expect((await panel()).textContent).toContain('£62');
  });
  const steps = await screen.findByRole('region', { name: 'How it was reckoned' });
  expect(within(steps).getAllByRole('listitem').length).toBe(3);
  expect(steps.textContent).toContain('[?] not checked');
  await waitFor(() => {
    expect(live.polite).toBe('Each pays: £62. Left over: £2');
  });
});

test('words that cannot be read give no answer and say so beside their box', async () => {
  const user = await calculators('sample-share');
  const sum = await screen.findByRole('textbox', { name: 'Sum' });
  await user.type(sum, '250');
  await user.type(screen.getByRole('textbox', { name: 'People' }), '4');
  await waitFor(async () => {
    expect((await panel()).textContent).toContain('£62');
  });

  await user.clear(sum);
  await user.type(sum, 'plenty{Enter}');

  expect(screen.getByText(/Enter a sum/)).toBeTruthy();
  await waitFor(async () => {
    expect((await panel()).textContent).toContain('To see the answer, enter');
  });
});

test('a recorded fact stands in its box, and is changed here without changing the facts', async () => {
  const user = await calculators('sample-age', { recorded: aged34 });
  const years = await age();
  expect(years).toHaveProperty('value', '34');
  expect(screen.getByText(/From the facts/)).toBeTruthy();
  await waitFor(async () => {
    expect((await panel()).textContent).toContain('Younger');
  });

  await user.clear(years);
  await user.type(years, '50');

  await waitFor(async () => {
    expect((await panel()).textContent).toContain('Older');
  });
  expect(sitting.facts.value('age_now')).toEqual({ kind: 'age', value: '34' });
  expect(screen.getByText(/Changed here: the facts say 34/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Use the facts/ }));

  expect(await age()).toHaveProperty('value', '34');
  await waitFor(async () => {
    expect((await panel()).textContent).toContain('Younger');
  });
});

test('a recorded fact that was taken out here is not put back', async () => {
  const user = await calculators('sample-age', { recorded: aged34 });

  await user.clear(await age());
  await user.tab();

  await waitFor(async () => {
    expect((await panel()).textContent).toContain('To see the answer, enter');
  });
  expect(sitting.facts.value('age_now')).not.toBeNull();
});

test('the answer is copied with its working in plain words', async () => {
  const user = await calculators('sample-last-day');
  await user.type(await screen.findByRole('textbox', { name: 'First day' }), '2 11 2026');
  await user.type(screen.getByRole('textbox', { name: 'Period' }), '28 days');
  await waitFor(async () => {
    expect((await panel()).textContent).toContain('Monday 30 November 2026');
  });

  expect((await copied()).split('\n')).toEqual(
    expect.arrayContaining([
      'Last day of a period (sample)',
      'Not checked against an official text.',
      'First day: 2 November 2026',
      'Last day: Monday 30 November 2026 [? not checked]',
      '1. The period begins on Monday 2 November 2026. (Sample Act s.2(1))',
      '- The sample takes every period as if it were written in days.',
    ]),
  );
  expect(live.polite).toContain('Answer and working copied');
});

test('what is selected in a box is copied, not the answer', async () => {
  const user = await calculators('sample-share');
  const sum = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Sum' });
  await user.type(sum, '250');
  await user.type(screen.getByRole('textbox', { name: 'People' }), '4');
  await screen.findByText('£62');

  sum.focus();
  sum.select();

  expect(await copied()).toBe('');
});

test('resetting empties every box and can be taken back', async () => {
  const user = await calculators('sample-share');
  await user.type(await screen.findByRole('textbox', { name: 'Sum' }), '250');
  await user.type(screen.getByRole('textbox', { name: 'People' }), '4');

  await user.click(await screen.findByRole('button', { name: 'Reset' }));
  const sum = () => screen.getByRole('textbox', { name: 'Sum' });
  await waitFor(() => {
    expect(document.activeElement).toBe(sum());
  });
  expect(sum()).toHaveProperty('value', '');
  undo.take();

  await waitFor(() => {
    expect(sum()).toHaveProperty('value', '£250');
  });
});

test('another box of a series comes with the one before it', async () => {
  const user = await calculators('sample-share');
  await user.type(await screen.findByRole('textbox', { name: 'Sum' }), '250');
  expect(screen.queryByRole('textbox', { name: 'Third sum' })).toBeNull();

  await user.type(screen.getByRole('textbox', { name: 'Second sum' }), '150');
  await user.type(screen.getByRole('textbox', { name: 'People' }), '4');

  await screen.findByText('£100');
  expect(screen.getByRole('textbox', { name: 'Third sum' })).toBeTruthy();
});

test('what one calculator lends to another is entered once, and resetting keeps it', async () => {
  const user = await calculators('sample-kinds');
  const counts = () => screen.findByRole('radiogroup', { name: 'The first day counts' });
  await user.click(within(await counts()).getByRole('radio', { name: 'Yes' }));
  expect(screen.queryByRole('button', { name: 'Reset' })).toBeNull();

  await user.click(within(await list()).getByRole('option', { name: /Last day of a period/ }));

  await screen.findByRole('heading', { name: /^Last day of a period/ });
  expect(within(await counts()).getByRole('radio', { name: 'Yes' })).toHaveProperty(
    'checked',
    true,
  );
});

test('the figures of one calculator are not taken for another’s', async () => {
  const user = await calculators('sample-age');
  await user.type(await age(), '34');

  await user.click(within(await list()).getByRole('option', { name: /Every kind/ }));

  await screen.findByRole('heading', { name: /^Every kind/ });
  expect(await age()).toHaveProperty('value', '');
});

test('many answers stand in a list below the first, beside what is still missing', async () => {
  const user = await calculators('sample-kinds');
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'Court and procedure' }),
    'Sheriff court, summary',
  );
  await user.type(screen.getByRole('textbox', { name: 'Hours' }), '120');
  await user.type(screen.getByRole('textbox', { name: /^Highest fine/ }), '5000');

  const answers = await screen.findByRole('region', { name: 'All answers' });
  expect(within(answers).getAllByRole('definition')).toHaveLength(4);
  expect((await panel()).textContent).toContain('and 3 other answers below');
  await user.click(within(await panel()).getByRole('button', { name: /^Age on the day/ }));
  expect(document.activeElement).toBe(await age());
});

test('what was entered is kept while another calculator is looked at', async () => {
  const user = await calculators('sample-share');
  await user.type(await screen.findByRole('textbox', { name: 'Sum' }), '250');

  await user.click(within(await list()).getByRole('option', { name: /Age group/ }));
  await age();
  await user.click(within(await list()).getByRole('option', { name: /Share of a sum/ }));

  expect(await screen.findByRole('textbox', { name: 'Sum' })).toHaveProperty('value', '£250');
});

test('the law is asked again for another day', async () => {
  await calculators('sample-age', { recorded: aged34 });
  await screen.findByText(/the age is 34/);

  program.otherDay = '2005-03-01';

  await screen.findByText(/On Tuesday 1 March 2005 the age is 34/);
});

test('a calculator that could not be asked says why', async () => {
  await calculators('sample-share', {
    replaced: { calculate: stops({ code: 'edition-damaged' }) },
  });

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The content edition could not be read.');
});

test('a link to a calculator that the edition does not have says so', async () => {
  await calculators('no-such');

  await screen.findByText(/no calculator called “no-such”/);
});

test('the palette finds a calculator by name or by what people call it', async () => {
  pretend('open');
  location.hash = '#/today';
  render(App);
  await screen.findByRole('heading', { name: 'Today' });
  const user = userEvent.setup();

  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Find anything' }), 'when does it e');
  const found = await screen.findAllByRole('option', { hidden: true });
  expect(found[0]?.textContent).toContain('Last day of a period (sample)');
  await user.keyboard('{Enter}');

  await screen.findByRole('heading', { name: 'Calculators' });
  await screen.findByRole('heading', { name: 'Last day of a period (sample)' });
});

import { screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { live } from '../src/lib/shared/live.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import { disposals, goTo, inSummaryCourt, list, withKeys } from './look-up-of';

const hours = /^Hours in all, Unpaid work or other activity requirement, level 1/;
const work = 'Unpaid work or other activity requirement, level 1';
const panel = () => screen.findByRole('region', { name: 'Try a proposal' });
const card = async (name: string) => within(await panel()).findByRole('listitem', { name });

beforeEach(() => withKeys());

test('+ on a row adds it, says so, and leaves the focus in the list', async () => {
  const { user, parts } = await disposals({ facts: inSummaryCourt(true) });
  const say = vi.spyOn(live, 'say');
  const row = await goTo(user, work);

  await user.keyboard('+');

  expect(parts.includes('cpo-unpaid-work-1')).toBe(true);
  expect(say).toHaveBeenCalledWith(`Added to the proposal: ${work}`);
  expect(document.activeElement).toBe(list());
  expect(row.textContent).toContain('In proposal');
  await screen.findByRole('button', { name: /^Proposal, 1 part: / });
});

test('a figure beyond its limit is told at once, and the nearest one is a button', async () => {
  const { user, parts } = await disposals({ facts: inSummaryCourt(true) });
  await goTo(user, work);
  await user.keyboard('+{F3}');
  const box = await within(await panel()).findByRole('textbox', { name: hours });
  await waitFor(() => {
    expect(document.activeElement).toBe(box);
  });

  await user.keyboard('120h{Enter}');
  const part = await card(work);
  await within(part).findByText('Breaks a rule.');
  await within(await panel()).findByText('Breaks 1 rule.');
  expect(part.textContent).toContain('its entry');
  await waitFor(() => {
    expect(live.polite).toMatch(/^Proposal: Breaks 1 rule/);
  });
  await user.click(within(part).getByRole('button', { name: 'Use 100 hours' }));

  expect(parts.parts[0]?.hours).toBe(100);
  await waitFor(() => {
    expect(within(part).queryByText('Breaks a rule.')).toBeNull();
  });
  expect(box).toHaveProperty('value', '100 hours');
});

test('a figure is tried while its box still has the caret, which stays where it is', async () => {
  const { user, parts } = await disposals({ facts: inSummaryCourt(true) });
  await goTo(user, work);
  await user.keyboard('+{F3}');
  const box = await within(await panel()).findByRole('textbox', { name: hours });
  await waitFor(() => {
    expect(document.activeElement).toBe(box);
  });

  await user.keyboard('120');

  await within(await panel()).findByText('Breaks 1 rule.');
  expect(parts.parts[0]?.hours).toBe(120);
  expect(document.activeElement).toBe(box);
  expect(box).toHaveProperty('value', '120');
});

test('what cannot be read is not tried, and says so beside its box', async () => {
  const { user, parts } = await disposals();
  await goTo(user, work);
  await user.keyboard('+{F3}');
  const box = await within(await panel()).findByRole('textbox', { name: hours });

  await user.type(box, '80{Enter}');
  expect(parts.parts[0]?.hours).toBe(80);
  await user.clear(box);
  await user.type(box, 'lots{Enter}');

  expect(parts.parts[0]?.hours).toBeNull();
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/Enter a whole number of hours/)).toBeTruthy();
});

test('a part that is removed can be brought back', async () => {
  const { user, parts } = await disposals();
  await goTo(user, work);
  await user.keyboard('+{F3}');

  await user.click(within(await card(work)).getByRole('button', { name: /^Remove/ }));
  expect(parts.any).toBe(false);
  undo.take();

  expect(parts.includes('cpo-unpaid-work-1')).toBe(true);
});

test('what the proposal waits for leads to the facts', async () => {
  const { user } = await disposals();
  await goTo(user, work);
  await user.keyboard('+{F3}');

  const waits = await within(await panel()).findByRole('region', { name: 'It waits for' });
  await user.click(within(waits).getByRole('button', { name: 'Court and procedure' }));

  const facts = await screen.findByRole('region', { name: 'Facts of the case' });
  await waitFor(() => {
    expect(document.activeElement).toBe(
      within(facts).getByRole('combobox', { name: 'Court and procedure' }),
    );
  });
});

test('F3 and Esc lead there and back', async () => {
  const { user } = await disposals();
  const box = screen.getByRole('textbox', { name: 'Find a disposal' });
  box.focus();

  await user.keyboard('{F3}');
  await panel();
  await user.keyboard('{Escape}');

  await waitFor(() => {
    expect(document.activeElement).toBe(box);
  });
  expect(screen.queryByRole('region', { name: 'Try a proposal' })).toBeNull();
});

test('where the week has no room for a part, its card and the verdict say so, and follow the week', async () => {
  const commitment = {
    days: ['Sat'],
    from: '09:00:00',
    until: '16:00:00',
    travel: 0,
    'at-home': false,
  };
  const { user, week } = await disposals({
    facts: inSummaryCourt(true),
    week: [
      { ...commitment, kind: 'unpaid-work', name: 'Garden team' },
      { ...commitment, kind: 'work', name: 'Bakery', from: '12:00:00' },
    ],
  });
  await goTo(user, work);
  await user.keyboard('+{F3}');

  const part = await card(work);
  await within(part).findByText('Clashes in the week.');
  expect(part.textContent).toContain('Saturday, 12:00 to 16:00:');
  await within(await panel()).findByText('In the week: 1 clash.');

  week.replace(week.commitments.slice(0, 1));
  await waitFor(() => {
    expect(within(part).queryByText('Clashes in the week.')).toBeNull();
  });
});

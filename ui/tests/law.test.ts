import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type OptionSearch } from '../src/lib/core';
import { fakeCommands } from '../src/lib/core/fake';
import { live } from '../src/lib/shared/live.svelte';
import { disposals, inSummaryCourt, list, withKeys } from './look-up-of';

const everyDisposal = (): OptionSearch => ({
  menu: 'disposals',
  words: '',
  court: null,
  stage: null,
  family: null,
  'as-at': program.asAt,
  'out-of-force': true,
  council: null,
});
/** The heading of a part of the list; its rows are described by it. */
const heading = (name: RegExp) => within(list()).findByText(name, { selector: '[id^="group-"]' });
const under = (name: RegExp) => within(list()).findAllByRole('option', { description: name });
const panel = () => screen.findByRole('region', { name: 'Facts of the case' });

beforeEach(() => {
  program.otherDay = null;
  return withKeys();
});

test('F2 opens the facts at the first, and Esc goes back to where one was', async () => {
  const { user } = await disposals();
  const box = screen.getByRole('textbox', { name: 'Find a disposal' });
  box.focus();

  await user.keyboard('{F2}');
  const court = within(await panel()).getByRole('combobox', { name: 'Court and procedure' });
  await waitFor(() => {
    expect(document.activeElement).toBe(court);
  });
  await user.keyboard('{Escape}');

  await waitFor(() => {
    expect(document.activeElement).toBe(box);
  });
  expect(screen.queryByRole('region', { name: 'Facts of the case' })).toBeNull();
});

test('F2 goes to the first fact that is not known yet', async () => {
  const { user } = await disposals({ facts: inSummaryCourt(true) });
  screen.getByRole('textbox', { name: 'Find a disposal' }).focus();

  await user.keyboard('{F2}');

  const facts = await panel();
  await waitFor(() => {
    expect(facts.contains(document.activeElement)).toBe(true);
  });
  const on = document.activeElement?.closest('[data-fact]');
  expect(on?.getAttribute('data-fact')).not.toBe('court');
});

test('a long list of boxes is looked through, and what is ticked stays in sight', async () => {
  const { user } = await disposals();
  await user.keyboard('{F2}');
  const [find] = within(await panel()).getAllByRole('searchbox');
  const boxes = () =>
    [...(find?.closest('fieldset')?.querySelectorAll('.entries label') ?? [])].map((label) =>
      label.textContent.trim(),
    );
  const [first = ''] = boxes();
  const many = boxes().length;
  await user.click(screen.getByLabelText(first));

  await user.type(find ?? document.body, 'zzz');

  expect(many).toBeGreaterThan(12);
  expect(boxes()).toEqual([first]);
});

test('the first fact parts the list by finding, and none is left out', async () => {
  const { user } = await disposals();
  await user.keyboard('{F2}');
  const facts = await panel();
  expect(screen.queryByText(/It does not advise/)).toBeNull();

  await user.selectOptions(
    within(facts).getByRole('combobox', { name: 'Court and procedure' }),
    'Sheriff court, summary',
  );

  const all = await Promise.all([under(/^Competent/), under(/^Depends/), under(/^Not competent/)]);
  const counts = all.map((rows) => rows.length);
  expect(counts.every((count) => count > 0)).toBe(true);
  const { total } = await core.searchOptions(everyDisposal());
  await waitFor(() => {
    expect(within(list()).getAllByRole('option')).toHaveLength(total);
  });
  expect(screen.getByText(/It does not advise which to choose/)).toBeTruthy();
  expect(screen.getByText(/Facts used:/).parentElement?.textContent).toContain(
    'Sheriff court, summary',
  );
  await waitFor(() => {
    expect(live.polite).toMatch(/^\d+ competent, \d+ depend, \d+ not competent/);
  });
});

test('yes, no and not known are three answers', async () => {
  const { user, facts } = await disposals();
  await user.keyboard('{F2}');
  const willing = within(await panel()).getByRole('radiogroup', { name: /is willing to comply/ });

  await user.click(within(willing).getByRole('radio', { name: 'No' }));
  expect(facts.value('willing')).toEqual({ kind: 'flag', value: false });
  await user.click(within(willing).getByRole('radio', { name: 'Not known' }));

  expect(facts.value('willing')).toBeNull();
});

test('an age that cannot be read says so beside its box and is not known', async () => {
  const { user, facts } = await disposals();
  await user.keyboard('{F2}');
  const age = within(await panel()).getByRole('textbox', { name: /^Age on the day of sentence/ });

  await user.type(age, '34{Enter}');
  expect(facts.value('age_now')).toEqual({ kind: 'age', value: '34' });
  await user.clear(age);
  await user.type(age, 'thirty{Enter}');

  expect(facts.value('age_now')).toBeNull();
  expect(age.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/Enter an age, such as 17/)).toBeTruthy();
});

test('a date that cannot be read is not known, whatever was recorded before', async () => {
  const { user, facts } = await disposals();
  await user.keyboard('{F2}');
  const day = within(await panel()).getByLabelText('Date of the offence');

  await user.type(day, '3 3 2026{Enter}');
  expect(facts.value('offence_date')).toEqual({ kind: 'date', value: '2026-03-03' });
  await user.clear(day);
  await user.type(day, 'soon{Enter}');

  expect(facts.value('offence_date')).toBeNull();
  expect(day.getAttribute('aria-invalid')).toBe('true');
});

test('a list that is known and empty is not the same as one that is not known', async () => {
  const { user, facts } = await disposals();
  await user.keyboard('{F2}');
  const reports = within(await panel()).getByRole('group', {
    name: 'Reports and evidence that the court has',
  });

  await user.click(within(reports).getByRole('checkbox', { name: 'Not known' }));
  expect(facts.value('reports')).toEqual({ kind: 'list', value: [] });
  expect(within(reports).getByText(/all of these are known to be absent/)).toBeTruthy();
  await user.click(
    within(reports).getByRole('checkbox', { name: /^Report by an officer of the local authority/ }),
  );
  expect(facts.value('reports')).toEqual({ kind: 'list', value: ['report'] });
  await user.click(within(reports).getByRole('checkbox', { name: 'Not known' }));

  expect(facts.value('reports')).toBeNull();
});

test('what an option waits for is a link to the fact', async () => {
  const { user } = await disposals({ facts: inSummaryCourt(false) });
  const [first] = await under(/^Depends/);
  if (!first) throw new Error('the sample has an option that depends');
  await user.click(first);

  const waits = await screen.findByRole('list', { name: 'What it waits for' });
  await user.click(within(waits).getByRole('button', { name: /is willing to comply/ }));

  const willing = within(await panel()).getByRole('radiogroup', { name: /is willing to comply/ });
  await waitFor(() => {
    expect(willing.contains(document.activeElement)).toBe(true);
  });
});

test('an option that is barred says why, what would change it and where to look instead', async () => {
  const { user } = await disposals({ facts: inSummaryCourt(false) });
  const rows = await under(/^Not competent/);
  const barred = rows.find((row) => row.textContent.includes('punishable with imprisonment'));
  if (!barred) throw new Error('the sample bars an option');
  await user.click(barred);

  const rules = await screen.findByRole('list', { name: 'Rules that shut it out' });
  expect(rules.textContent).toContain('S-3');
  expect(rules.textContent).toContain('[?] not checked');
  expect(rules.textContent).toContain('It would be open if');
  await user.click(within(rules).getByRole('link', { name: 'Absolute discharge' }));

  await screen.findByRole('heading', { name: 'Absolute discharge' });
});

test('a search goes on inside the groups', async () => {
  const { user } = await disposals({ facts: inSummaryCourt(false) });
  await heading(/^Competent/);

  await user.type(screen.getByRole('textbox', { name: 'Find a disposal' }), 'fine');

  await waitFor(() => {
    expect(within(list()).getAllByRole('option').length).toBeLessThan(20);
  });
  expect(list().querySelectorAll('[id^="group-"]')).toHaveLength(3);
});

test('the law is asked again for another day', async () => {
  await disposals({ facts: inSummaryCourt(false) });
  const now = (await heading(/^Competent/)).textContent;

  program.otherDay = '2005-03-01';

  await waitFor(() => {
    expect(within(list()).getByText(/^Competent \(/).textContent).not.toBe(now);
  });
});

test('what stands recorded is asked about once, not again and again', async () => {
  const asked = vi.fn(fakeCommands().assessOptions);
  await disposals({ facts: inSummaryCourt(false), replaced: { assessOptions: asked } });
  await heading(/^Competent/);
  const before = asked.mock.calls.length;

  await new Promise((settled) => setTimeout(settled, 400));

  expect(asked.mock.calls.length).toBe(before);
  expect(before).toBeLessThan(3);
});

test('the area named is said of on the rows, and changes no finding', async () => {
  await disposals({ facts: inSummaryCourt(false) });
  const competent = async () =>
    (await heading(/^Competent/)).textContent.match(/^\s*\S+ \(\d+\)/)?.[0];
  const here = await competent();
  expect(list().textContent).toMatch(/Available here: \d services?, not confirmed/);
  expect(list().textContent).toContain('No local arrangement recorded');

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Services in' }), '');

  await waitFor(() => {
    expect(list().textContent).not.toMatch(/Available here|No local arrangement/);
  });
  expect(await competent()).toEqual(here);
});

test('the reasons are copied with what a reader elsewhere needs', async () => {
  const copied = vi.fn();
  document.execCommand = (): boolean => {
    const event = new Event('copy', { bubbles: true, cancelable: true });
    const clipboardData = { setData: (_kind: string, words: string) => copied(words) };
    return document.dispatchEvent(Object.assign(event, { clipboardData }));
  };
  const { user } = await disposals({ facts: inSummaryCourt(false) });
  await heading(/^Competent/);
  const say = vi.spyOn(live, 'say');

  await user.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');

  expect(say).toHaveBeenCalledWith('Reasons copied');
  expect(copied.mock.calls[0]?.[0]).toMatch(
    /^Absolute discharge\nCompetent on the facts recorded.*does not advise which to choose\.$/s,
  );
});

test('clearing the facts gives the menu back as it was', async () => {
  const { user, facts } = await disposals({ facts: inSummaryCourt(false) });
  await heading(/^Competent/);

  await user.click(screen.getByRole('button', { name: 'Clear' }));

  expect(facts.any).toBe(false);
  await waitFor(() => {
    expect(within(list()).queryByText(/^Competent \(/)).toBeNull();
  });
});

import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { core, keyboard, program, type CaseLaw, type CaseSaved, type Facts } from '../src/lib/core';
import { fakeCommands, pretend, stops } from '../src/lib/core/fake';
import { answer } from '../src/lib/core/fake/answer';
import { records } from '../src/lib/core/fake/people';
import { facts as declared } from '../src/lib/core/fake/sources';
import { textOf } from '../src/lib/cases/case-text';
import { readCase } from '../src/lib/cases/read-case';
import FactsLine from '../src/lib/options/law/FactsLine.svelte';
import FactsPanel from '../src/lib/options/law/FactsPanel.svelte';
import { CaseFacts } from '../src/lib/options/law/case-facts.svelte';
import { CaseInHand } from '../src/lib/options/law/case-in-hand.svelte';
import { PersonWeek } from '../src/lib/week/sitting-week.svelte';
import Case from '../src/screens/Case.svelte';
import { sitting } from '../src/screens/sitting.svelte';
import { router } from '../src/lib/shared/router.svelte';

const [morag] = records;
const id = morag?.id ?? '';
const yes = { kind: 'flag', value: true } as const;
const no = { kind: 'flag', value: false } as const;

const hands: CaseInHand[] = [];

function inHand() {
  const facts = new CaseFacts();
  const week = new PersonWeek();
  const hand = new CaseInHand(facts, week);
  hands.push(hand);
  return { facts, week, hand };
}

async function opened() {
  const made = inHand();
  await made.hand.open(id);
  return made;
}

const lawOf = (rev: number, facts: Facts): CaseLaw => ({
  case: id,
  rev,
  name: 'EXAMPLE, Morag',
  reference: 'DEMO-0042',
  charges: [{ number: 1, line: 'Assault to injury, 3 March 2026' }],
  charge: 1,
  facts: { date_of_birth: { kind: 'date', value: '1990-01-01' }, ...facts },
  drawn: [{ fact: 'date_of_birth', from: 'Date of birth' }],
  drafts: [],
  week: [],
  person: { sex: null, council: null, court: null },
});

beforeEach(async () => {
  pretend('open');
  await program.start();
});
afterEach(() => {
  vi.useRealTimers();
  for (const hand of hands.splice(0)) hand.forget();
});

test('a case brings the facts of its record, and what stood loose comes back when it is let go', async () => {
  const { facts, hand } = inHand();
  facts.record('willing', yes);

  await hand.open(id);
  expect(facts.value('date_of_birth')).toEqual({ kind: 'date', value: '1990-01-01' });
  expect(facts.value('willing'), 'that was of nobody, and is not of her').toBeNull();
  await hand.letGo();

  expect(facts.recorded).toEqual({ willing: yes });
  expect(hand.law).toBeNull();
});

test('what the record says is not changed beside it', async () => {
  const { facts } = await opened();

  facts.record('date_of_birth', { kind: 'date', value: '2001-01-01' });
  facts.record('court', null);
  facts.clear();

  expect(facts.value('date_of_birth')).toEqual({ kind: 'date', value: '1990-01-01' });
  expect(facts.value('court')).toEqual({ kind: 'choice', value: 'SS' });
});

test('what is recorded beside it is kept with the case within a second', async () => {
  const { facts, hand } = await opened();
  vi.useFakeTimers();

  facts.record('imprisonable', yes);
  flushSync();
  expect(hand.keeping).toBe('waiting');
  for (let typed = 0; typed < 5; typed += 1) {
    await vi.advanceTimersByTimeAsync(190);
    facts.record('outstanding_hours', { kind: 'count', value: typed });
    flushSync();
  }

  const { facts: kept } = await core.caseLaw(id, null);
  expect(kept['imprisonable'], 'although the typing never paused').toEqual(yes);
  await vi.advanceTimersByTimeAsync(1000);
  expect(hand.keeping).toBe('kept');
  expect((await core.caseLaw(id, null)).facts['outstanding_hours']).toEqual({
    kind: 'count',
    value: 4,
  });
});

test('the week of the person is kept with the case and comes back with it', async () => {
  const { week, hand } = await opened();
  const shift = {
    kind: 'work',
    name: 'Shift at the bakery',
    days: ['Mon'],
    from: '05:00:00',
    until: '11:00:00',
    travel: 20,
    'at-home': false,
  } as const;

  week.replace([{ ...shift, days: ['Mon'] }]);
  await hand.letGo();
  expect(week.any).toBe(false);
  await hand.open(id);

  expect(week.commitments).toEqual([shift]);
});

test('a fact of one charge is not one of another', async () => {
  const { facts, hand } = await opened();

  facts.record('imprisonable', yes);
  facts.record('willing', yes);
  await hand.choose(2);

  expect(hand.law?.charge).toBe(2);
  expect(facts.value('imprisonable')).toBeNull();
  expect(facts.value('willing'), 'that is a fact of the person').toEqual(yes);
});

test('where somebody else changed the case theirs is used, ours is told, and the rest is kept', async () => {
  const recordFacts = vi.fn((_id: string, rev: number, _charge: unknown, facts: Facts) => {
    const saved: CaseSaved =
      rev === 1 && morag
        ? { outcome: 'conflict', theirs: morag }
        : { outcome: 'done', record: { ...structuredClone(morag ?? never()), rev: 3 } };
    return answer(saved).then((told) => ({ ...told, facts }));
  });
  const laws = [lawOf(1, {}), lawOf(2, { willing: no })];
  const caseLaw = vi.fn(() => answer(laws.shift() ?? never()));
  pretend('open', { ...fakeCommands(), caseLaw, recordFacts });
  const { facts, hand } = await opened();

  facts.record('willing', yes);
  facts.record('imprisonable', yes);
  expect(await hand.flush()).toBe(true);

  expect(facts.value('willing')).toEqual(no);
  expect(facts.value('imprisonable')).toEqual(yes);
  expect(hand.overtaken).toEqual([{ fact: 'willing', ours: yes }]);
  expect(hand.reread).toBe(true);
  expect(recordFacts.mock.lastCall?.[3]).toMatchObject({ willing: no, imprisonable: yes });
});

test('what could not be kept stays here, says so, and the case is not let go of', async () => {
  const { facts, hand } = await opened();
  pretend('open', { recordFacts: stops({ code: 'store-unavailable' }) });

  facts.record('imprisonable', yes);
  await hand.letGo();

  expect(hand.keeping).toBe('failed');
  expect(hand.law).not.toBeNull();
  expect(facts.value('imprisonable')).toEqual(yes);
});

test('who may not change the case is told so, and can let go of it', async () => {
  const { facts, hand } = await opened();
  pretend('open', { recordFacts: stops({ code: 'not-allowed', act: 'record_facts' }) });
  facts.record('imprisonable', yes);
  await hand.flush();
  expect(hand.keeping).toBe('failed');

  await hand.letGo();

  expect(hand.law).toBeNull();
  expect(hand.keeping).toBe('kept');
});

test('locking forgets the case, its facts, the week and the proposal', async () => {
  await sitting.hand.open(id);
  sitting.proposal.disposals.add('cpo');
  expect(sitting.openCase?.reference).toBe('DEMO-0042');
  sitting.facts.record('imprisonable', yes);
  const kept = vi.spyOn(core, 'recordFacts');

  await program.lock();
  flushSync();

  expect(kept, 'it is kept before the store is locked').toHaveBeenCalledOnce();
  expect(sitting.openCase).toBeNull();
  expect(sitting.facts.any).toBe(false);
  expect(sitting.week.any).toBe(false);
  expect(sitting.proposal.disposals.any).toBe(false);
});

test('what was thought of for one person is not put to another', async () => {
  sitting.proposal.disposals.add('cpo');
  await sitting.hand.open(id);
  flushSync();
  expect(sitting.proposal.disposals.any, 'it was thought of before the case was chosen').toBe(true);

  await sitting.hand.open(records[1]?.id ?? '');
  flushSync();

  expect(sitting.proposal.disposals.any).toBe(false);
  sitting.clear();
});

test('in the panel a fact of the record is shown, not typed, and leads to its box in the case', async () => {
  const { facts } = await opened();
  const matters = new Map(declared.map((fact) => [fact.id, 1]));
  render(FactsPanel, { facts, declared, matters, asks: matters, onclose: vi.fn() });

  const panel = screen.getByRole('region', { name: 'Facts of the case' });
  expect(within(panel).getAllByText(/^From the case: Date of birth\./)).toHaveLength(2);
  const link = within(panel).getByRole('link', { name: /^Change it in the case: Date of birth$/ });
  expect(link.getAttribute('href')).toBe(`#/cases/${id}?view=edit&at=case-born`);
  expect(within(panel).queryByRole('textbox', { name: /^Date of birth/ })).toBeNull();
  expect(within(panel).queryByRole('textbox', { name: /^Age on the day of sentence/ })).toBeNull();
  expect(within(panel).getByText(/is kept with the case of EXAMPLE, Morag/)).toBeTruthy();
});

test('without a case the panel says that facts are saved nowhere', () => {
  const { facts } = inHand();
  render(FactsPanel, {
    facts,
    declared,
    matters: new Map(),
    asks: new Map(),
    onclose: vi.fn(),
  });

  expect(screen.getByText(/are saved nowhere/)).toBeTruthy();
});

test('a case is chosen from the line of facts, and let go of there', async () => {
  const user = userEvent.setup();
  const { facts } = inHand();
  render(FactsLine, { facts, declared, onedit: vi.fn(), onclear: vi.fn() });

  await user.click(screen.getByRole('button', { name: /^Choose a case/ }));
  const box = await screen.findByRole('searchbox', { name: 'Find a case' });
  await screen.findByRole('button', { name: /^EXAMPLE, Morag/ });
  await user.type(box, 'morag{Enter}');

  const whose = await screen.findByRole('group', { name: 'Whose facts these are' });
  expect(whose.textContent).toContain('EXAMPLE, Morag');
  expect(whose.textContent).toContain('DEMO-0042');
  expect(screen.getByText(/^6 facts from the case/)).toBeTruthy();
  await user.selectOptions(within(whose).getByRole('combobox', { name: 'Charge' }), '2');
  await waitFor(() => {
    expect(facts.value('common_law')).toEqual(no);
  });
  await user.click(screen.getByRole('button', { name: 'Let go of the case' }));
  await waitFor(() => {
    expect(facts.any).toBe(false);
  });
});

test('the case that was looked at last is offered by name', async () => {
  const user = userEvent.setup();
  const { facts, hand } = inHand();
  hand.near = { id, name: 'EXAMPLE, Morag' };
  render(FactsLine, { facts, declared, onedit: vi.fn(), onclear: vi.fn() });

  await user.click(screen.getByRole('button', { name: 'Facts of EXAMPLE, Morag' }));

  await waitFor(() => expect(hand.law?.case).toBe(id));
  expect(screen.queryByRole('button', { name: /^Facts of EXAMPLE/ })).toBeNull();
});

test('a dialog begins at the first thing to fill in', async () => {
  const user = userEvent.setup();
  const { facts } = inHand();
  render(FactsLine, { facts, declared, onedit: vi.fn(), onclear: vi.fn() });

  await user.click(screen.getByRole('button', { name: /Choose a case/ }));

  expect(document.activeElement).toBe(screen.getByLabelText('Find a case'));
});

test('who works with no cases is offered none', async () => {
  pretend('clerk');
  await program.start();
  const { facts } = inHand();
  render(FactsLine, { facts, declared, onedit: vi.fn(), onclear: vi.fn() });

  expect(screen.queryByRole('button', { name: /^Choose a case/ })).toBeNull();
});

test('the menus are opened for a case by key from its page', async () => {
  render(Case, { params: { id }, query: new URLSearchParams() });
  await screen.findByRole('link', { name: 'Disposals for this case' });
  const go = vi.spyOn(router, 'go').mockImplementation(() => undefined);
  const run = (name: string) => keyboard.commands.find((one) => one.name === name)?.run();

  run('Bail options for this case');
  run('Disposals for this case');

  expect(go.mock.calls).toEqual([
    ['bail', { case: id }],
    ['disposals', { case: id }],
  ]);
  go.mockRestore();
});

test('saving the form of a case loses nothing that was recorded for the law', () => {
  const record = structuredClone(morag ?? never());
  record.case.recorded = { willing: yes };
  for (const charge of record.case.charges) charge.recorded = { imprisonable: yes };
  const text = textOf(record);
  text.charges.splice(0, 1);
  for (const charge of text.charges) charge.number = '7';

  const { made } = readCase(text, program.today, record.case);

  expect(made.case.recorded).toEqual({ willing: yes });
  expect(made.case.charges).toMatchObject([{ number: 7, recorded: { imprisonable: yes } }]);
});

function never(): never {
  throw new Error('nothing more was expected');
}

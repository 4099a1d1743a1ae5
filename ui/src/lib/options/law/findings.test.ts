import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Commands, Facts, LawAnswer } from '$lib/core';
import { pretend } from '$lib/core/fake';
import { Findings } from './findings.svelte';

type Asked = Parameters<Commands['assessOptions']>[0];

const aged = (age: string): Facts => ({ age_now: { kind: 'age', value: age } });
const none: LawAnswer = { contradictions: [], options: [], proposal: null };

/** A core that keeps every question, and answers when it is told to. */
function slowCore() {
  const asked: { question: Asked; answer: (answer: LawAnswer) => void }[] = [];
  pretend('open', {
    assessOptions: (question) =>
      new Promise((resolve) => {
        const answer = (data: LawAnswer) => {
          resolve({ status: 'ok', data });
        };
        asked.push({ question, answer });
      }),
  });
  return asked;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an answer that a later question has overtaken is dropped', async () => {
  const asked = slowCore();
  const findings = new Findings('disposals');
  const late: LawAnswer = { ...none };
  const right: LawAnswer = { ...none };

  findings.ask({ facts: aged('17'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(0);
  findings.ask({ facts: aged('18'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(100);
  asked[1]?.answer(right);
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.answer(late);
  await vi.advanceTimersByTimeAsync(0);

  expect(findings.answer).toBe(right);
});

test('facts that change quickly are asked about once, within a tenth of a second', async () => {
  const asked = slowCore();
  const findings = new Findings('disposals');
  findings.ask({ facts: aged('1'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.answer(none);
  await vi.advanceTimersByTimeAsync(0);

  for (const age of ['2', '3', '34']) findings.ask({ facts: aged(age), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(100);

  expect(asked.slice(1).map(({ question }) => question.facts)).toEqual([aged('34')]);
});

test('without facts nothing is asked and what was found is forgotten', async () => {
  const asked = slowCore();
  const findings = new Findings('disposals');
  findings.ask({ facts: aged('34'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.answer(none);
  await vi.advanceTimersByTimeAsync(0);
  expect(findings.answer).not.toBeNull();

  findings.ask({ facts: {}, asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(100);

  expect(findings.answer).toBeNull();
  expect(asked).toHaveLength(1);
});

test('a fault takes away findings on facts that are no longer on the screen', async () => {
  pretend('open');
  const findings = new Findings('disposals');
  findings.ask({ facts: aged('34'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(0);
  expect(findings.answer?.options.length).toBeGreaterThan(50);

  pretend('open', {
    assessOptions: () => Promise.resolve({ status: 'error', error: { code: 'edition-damaged' } }),
  });
  findings.ask({ facts: aged('35'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(100);

  expect(findings.answer).toBeNull();
  expect(findings.fault).toEqual({ code: 'edition-damaged' });
});

test('facts that cannot stand together are told, and nothing is found on them', async () => {
  const asked = slowCore();
  const findings = new Findings('disposals');
  const told = { field: 'age_at_offence', says: 'it is above the age on the day of sentence' };

  findings.ask({ facts: aged('17'), asAt: '2026-11-22' });
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.answer({ ...none, contradictions: [told] });
  await vi.advanceTimersByTimeAsync(0);

  expect(findings.contradictions).toEqual([told]);
  expect(findings.answer).toBeNull();
});

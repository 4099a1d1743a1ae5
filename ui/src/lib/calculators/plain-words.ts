import type { Calculator, Fact, FactValue, Facts, Working } from '$lib/core';
import { longDate } from '$lib/shared/dates';

/** What is copied: a calculator, what it was given, and what it gave. */
export interface Copied {
  calculator: Calculator;
  given: Facts;
  working: Working;
  asAt: string;
  /** Writes the value of an input. */
  valueWords: (fact: Fact, value: FactValue) => string;
}

/** Writes an answer with its working as plain words, for a note or a message. */
export function plainWords({ calculator, given, working, asAt, valueWords }: Copied): string {
  const { answers, steps, warnings } = working;
  const inputs = calculator.input.flatMap((fact) => {
    const value = given[fact.id];
    return value ? [`${fact.label}: ${valueWords(fact, value)}`] : [];
  });
  const parts = [
    [calculator.title, `Law as at ${longDate(asAt)}. ${calculator.authority}.`, unsure(calculator)],
    inputs,
    answers.map((answer) => line([`${answer.label}: ${answer.value}`], answer.checked)),
    steps.length > 0 && [
      'How it was reckoned',
      ...steps.map(({ says, authority, checked }, at) =>
        line([`${at + 1}. ${says}`, authority && `(${authority})`], checked),
      ),
    ],
    warnings.length > 0 && ['Before relying on it', ...warnings.map((says) => `- ${says}`)],
  ];
  return parts
    .map((lines) => (lines || []).filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
    .replaceAll('[?]', '[? not checked]');
}

const unsure = ({ checked }: Calculator) =>
  checked === 'unverified' && 'Not checked against an official text.';

function line(parts: readonly (string | null)[], checked: Calculator['checked']): string {
  const words = parts.filter(Boolean).join(' ');
  return checked === 'unverified' && !words.includes('[?]') ? `${words} [not checked]` : words;
}

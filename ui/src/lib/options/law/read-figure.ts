// Figures of a proposal as a person types them, read as forgivingly as facts are.
import type { Part } from '$lib/core';
import type { Measure } from './case-proposal.svelte';
import { readFact } from './read-fact';

/** A figure, of whichever measure. */
export type Figure = NonNullable<Part[Measure]>;

/** What stands before the box of a figure. */
export const measureNames = {
  term: 'How long',
  hours: 'Hours in all',
  'hours-a-day': 'Hours a day',
  amount: 'Sum',
} satisfies Record<Measure, string>;

/** What is said of words that cannot be read. */
export const unreadFigures = {
  term: 'Enter a length of time, such as 12 months or 60 days',
  hours: 'Enter a whole number of hours, such as 120',
  'hours-a-day': 'Enter a whole number of hours from 1 to 24',
  amount: 'Enter a sum, such as £500',
} satisfies Record<Measure, string>;

/** Reads what was typed; gives nothing if it cannot. */
export function readFigure(measure: Measure, typed: string): Figure | null {
  if (measure === 'hours') return readHours(typed, 9999);
  if (measure === 'hours-a-day') return readHours(typed, 24);
  const value = readFact(measure, typed)?.value;
  const states = typeof value === 'string' && value !== 'unlimited' && /[1-9]|life/.test(value);
  return states ? value : null;
}

/** Writes a figure as it stands in its box, and in a sentence: "100 hours", "12 months". */
export function figureWords(measure: Measure, figure: Figure): string {
  if (measure === 'hours') return hoursWords(figure);
  return measure === 'hours-a-day' ? `${hoursWords(figure)} a day` : String(figure);
}

const hoursWords = (figure: Figure) => `${figure} hour${figure === 1 ? '' : 's'}`;

function readHours(typed: string, most: number): number | null {
  const found = /^(\d{1,4})\s*(h|hr|hrs|hour|hours)?(\s*(a|per|each|\/)\s*day)?$/i.exec(
    typed.trim(),
  );
  const hours = Number(found?.[1] ?? 0);
  return hours > 0 && hours <= most ? hours : null;
}

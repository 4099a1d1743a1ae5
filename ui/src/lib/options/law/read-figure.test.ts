import { expect, test } from 'vitest';
import type { Measure } from './case-proposal.svelte';
import { figureWords, readFigure } from './read-figure';

test.each([
  ['hours', '120', 120],
  ['hours', '120 hours', 120],
  ['hours', '120h', 120],
  ['hours-a-day', '12', 12],
  ['hours-a-day', '12 hours a day', 12],
  ['hours-a-day', '12/day', 12],
  ['term', '18m', '18 months'],
  ['term', '1 year and 6 months', '1 year 6 months'],
  ['term', 'life', 'life'],
  ['amount', '2500', '£2,500'],
] as const)('%s "%s" is read', (measure: Measure, typed, wanted) => {
  expect(readFigure(measure, typed)).toBe(wanted);
});

test.each([
  ['hours', '0'],
  ['hours', 'lots'],
  ['hours-a-day', '25'],
  ['term', '12'],
  ['term', '0 months'],
  ['amount', 'unlimited'],
  ['amount', '£0'],
] as const)('%s "%s" is not guessed', (measure: Measure, typed) => {
  expect(readFigure(measure, typed)).toBeNull();
});

test('a figure is written as a person says it', () => {
  expect(figureWords('hours', 1)).toBe('1 hour');
  expect(figureWords('hours-a-day', 12)).toBe('12 hours a day');
  expect(figureWords('term', '6 months')).toBe('6 months');
});

import { expect, test } from 'vitest';
import { readFact, type TypedKind } from './read-fact';

const read = (kind: TypedKind, typed: string) => readFact(kind, typed)?.value ?? null;

test.each([
  ['age', '34', '34'],
  ['age', '17 years and 2 months', '17 years 2 months'],
  ['age', '17y 1m', '17 years 1 month'],
  ['term', '12 months', '12 months'],
  ['term', '18m', '18 months'],
  ['term', '1 Year, 6 months', '1 year 6 months'],
  ['term', 'Life', 'life'],
  ['amount', '2500', '£2,500'],
  ['amount', '£ 1,200.50', '£1,200.50'],
  ['amount', 'no limit', 'unlimited'],
  ['count', '120', 120],
] as const)('%s "%s" is read as a court writes it', (kind, typed, wanted) => {
  expect(read(kind, typed)).toBe(wanted);
});

test.each([
  ['age', '121'],
  ['age', '17 years 12 months'],
  ['age', 'thirty'],
  ['term', '6'],
  ['term', '6 months 3 months'],
  ['term', '-6 months'],
  ['amount', '1.5'],
  ['amount', '1,20'],
  ['count', '12.5'],
  ['count', ''],
] as const)('%s "%s" is not guessed', (kind, typed) => {
  expect(read(kind, typed)).toBeNull();
});

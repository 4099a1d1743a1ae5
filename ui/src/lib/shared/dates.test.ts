import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  longDate,
  readDate,
  shortDate,
  shortDateTime,
  wholeYears,
} from './dates';

const sunday = '2026-11-22';

describe('a date typed in any usual way is read', () => {
  test.each([
    ['27 3 2026', '2026-03-27'],
    ['27/03/26', '2026-03-27'],
    ['27 March', '2026-03-27'],
    ['Friday 27th March 2026', '2026-03-27'],
    ['2026-03-27', '2026-03-27'],
    ['1.1.90', '1990-01-01'],
    ['today', '2026-11-22'],
    ['fri', '2026-11-27'],
    ['sunday', '2026-11-29'],
    ['+10d', '2026-12-02'],
    ['-1', '2026-11-21'],
    ['−2d', '2026-11-20'],
    ['+2w', '2026-12-06'],
  ])('%s is %s', (typed, read) => {
    expect(readDate(typed, sunday)).toBe(read);
  });
});

test.each(['', '31 2 2026', '29 2 2026', 'soon', '27', '1 1 20'.concat('999')])(
  '"%s" is not a date',
  (typed) => {
    expect(readDate(typed, sunday)).toBeNull();
  },
);

test('days are counted across the change of the clocks', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
});

test('an age goes up on the birthday', () => {
  expect(wholeYears('2007-02-19', '2026-02-18')).toBe(18);
  expect(wholeYears('2007-02-19', '2026-02-19')).toBe(19);
});

test('dates are written as the house writes them', () => {
  expect(longDate('2026-03-27')).toBe('Friday 27 March 2026');
  expect(shortDate('2026-09-04')).toBe('Fri 4 Sep 2026');
  expect(shortDateTime('2026-11-23T12:00:00')).toBe('Mon 23 Nov, 12:00');
});

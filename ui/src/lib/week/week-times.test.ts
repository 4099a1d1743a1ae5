import { expect, test } from 'vitest';
import type { Clash, Commitment } from '$lib/core';
import { askedOf, clashGroups, daysWords } from '$lib/shared/clash-groups';
import { clashesOn } from './clashes-on';
import { inLanes } from './lanes';
import { readMinutes } from './read-commitment';
import { lengthWords, timesWords } from '$lib/shared/week-days';
import { piecesOf } from './week-times';

const a = (part: Partial<Commitment>): Commitment => ({
  kind: 'work',
  name: 'Bakery',
  days: ['Mon'],
  from: '09:00:00',
  until: '17:00:00',
  travel: 0,
  'at-home': false,
  ...part,
});
const clash = (part: Partial<Clash>): Clash => ({
  between: [0, 1],
  day: 'Mon',
  from: '09:00:00',
  until: '10:00:00',
  says: 'Both at once.',
  rule: null,
  authority: null,
  breaks: false,
  ...part,
});

test('what runs through Sunday night lies on Sunday and on Monday', () => {
  const night = a({ days: ['Sun'], from: '19:00:00', until: '07:00:00' });

  expect(
    piecesOf(night, 0).map(({ day, began, from, until }) => [day, began, from, until]),
  ).toEqual([
    [6, 6, 1140, 1440],
    [0, 6, 0, 420],
  ]);
});

test('a whole day lies on one day, and what ends at midnight on no other', () => {
  const pieces = (from: string) =>
    piecesOf(a({ from, until: '00:00:00' }), 0).map(({ day, from, until }) => [day, from, until]);

  expect(pieces('00:00:00')).toEqual([[0, 0, 1440]]);
  expect(pieces('19:00:00')).toEqual([[0, 1140, 1440]]);
});

test('travel may lie on the day before, without the thing itself', () => {
  const early = piecesOf(a({ from: '00:20:00', until: '08:00:00', travel: 30 }), 0);

  expect(early.map(({ day, from, until, core }) => [day, from, until, core])).toEqual([
    [6, 1430, 1440, { from: 1440, until: 1440 }],
    [0, 0, 510, { from: 20, until: 480 }],
  ]);
});

test('what is at home has no travel, and staying in has none', () => {
  const core = { from: 540, until: 1020 };

  expect(piecesOf(a({ travel: 30, 'at-home': true }), 0)[0]).toMatchObject(core);
  expect(piecesOf(a({ travel: 30, kind: 'stay-in' }), 0)[0]).toMatchObject(core);
});

test('what stands at the same time stands side by side, and what touches does not', () => {
  const laned = inLanes([
    { from: 0, until: 60 },
    { from: 30, until: 90 },
    { from: 60, until: 120 },
    { from: 120, until: 180 },
  ]);

  expect(laned.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
    [0, 2],
    [0, 1],
  ]);
});

test('clashes that differ only by the day are one', () => {
  const groups = clashGroups([
    clash({}),
    clash({ day: 'Tue' }),
    clash({ day: 'Tue', from: '19:00:00', until: '06:00:00' }),
    clash({ day: 'Wed' }),
  ]);

  expect(groups.map(({ number, when }) => [number, when])).toEqual([
    [1, 'Monday to Wednesday, 09:00 to 10:00'],
    [2, 'Tuesday, 19:00 to 06:00 the next day'],
  ]);
});

test('what the law asks is told once, with the clashes of which it is asked', () => {
  const groups = clashGroups([
    clash({ rule: 'They must fit.', authority: 's.1' }),
    clash({ from: '09:30:00' }),
    clash({ from: '09:45:00', rule: 'They must fit.', authority: 's.1' }),
  ]);

  expect(askedOf(groups)).toEqual([{ rule: 'They must fit.', authority: 's.1', numbers: [1, 3] }]);
});

test('a clash is marked on the part of a block that it touches, on each of its days', () => {
  const [evening, morning] = piecesOf(a({ days: ['Sun'], from: '19:00:00', until: '07:00:00' }), 1);
  const groups = clashGroups([clash({ day: 'Sun', from: '23:00:00', until: '01:00:00' })]);
  const parts = (piece: typeof evening) =>
    piece ? clashesOn(piece, groups).map(({ from, until }) => [from, until]) : [];

  expect(parts(evening)).toEqual([[1380, 1440]]);
  expect(parts(morning)).toEqual([[0, 60]]);
  expect(evening && clashesOn({ ...evening, index: 2 }, groups)).toEqual([]);
});

test('days and times are told as people say them', () => {
  expect(daysWords([0, 2, 6])).toBe('Monday, Wednesday and Sunday');
  expect(daysWords([5, 6])).toBe('Saturday and Sunday');
  expect(daysWords([0, 1, 2, 3, 4, 5, 6])).toBe('Every day');
  expect(timesWords({ from: '19:00:00', until: '00:00:00' })).toBe('19:00 to midnight');
  expect(lengthWords(61)).toBe('1 hour 1 minute');
});

test('travel is read as people write it', () => {
  const read = ['', '30', '45 min', '1h', '1 h 15', '1:15', '2 hours', 'far'].map(readMinutes);

  expect(read).toEqual([0, 30, 45, 60, 75, 75, 120, null]);
});

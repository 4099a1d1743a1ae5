import { expect, test } from 'vitest';
import type { ActionRow } from '$lib/core';
import { actionGroups, isFor } from './action-groups';

const due = (on: string): ActionRow => ({
  conference: '',
  what: on,
  owner: 'Isla Specimen, Inverbrae Council',
  due: on,
  about: '',
});

test('an action is overdue the day after its date, and soon for a week', () => {
  const rows = ['2026-11-19', '2026-11-20', '2026-11-27', '2026-11-28'].map(due);

  const groups = actionGroups(rows, '2026-11-20');

  expect(groups.map(({ id, rows: held }) => [id, held.map(({ what }) => what)])).toEqual([
    ['overdue', ['2026-11-19']],
    ['soon', ['2026-11-20', '2026-11-27']],
    ['later', ['2026-11-28']],
  ]);
});

test('an action is for the person its owner names', () => {
  expect(isFor(due('2026-11-20'), 'Isla Specimen')).toBe(true);
  expect(isFor(due('2026-11-20'), '')).toBe(false);
});

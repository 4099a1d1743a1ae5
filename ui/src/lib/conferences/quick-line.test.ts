import { describe, expect, test } from 'vitest';
import type { Attendee } from '$lib/core';
import { asksForAction, lacks, readAction } from './quick-line';

const today = '2026-11-20'; // a Friday

const person = (name: string, agency: string): Attendee => ({
  name,
  role: '',
  agency,
  capacity: 'contributes',
  attendance: 'present',
  method: 'in-person',
  'from-item': null,
  'to-item': null,
  note: null,
});
const people = [person('Jane Sample', 'Inverbrae Council'), person('Isla Specimen', '')];

describe('one line becomes an action', () => {
  test.each([
    ['/a housing to confirm address @J Sample fri', '2026-11-27'],
    ['/a housing to confirm address @J. Sample +10d', '2026-11-30'],
    ['/A housing to confirm address by 27 3 2026 @Sample', '2026-03-27'],
    ['housing to confirm address @jane sample by fri 27 mar 2026.', '2026-03-27'],
  ])('%s', (line, due) => {
    const action = readAction(line, today, people);

    expect(action).toEqual({
      what: 'housing to confirm address',
      owner: 'Jane Sample, Inverbrae Council',
      due,
    });
    expect(lacks(action)).toBeNull();
  });

  test('an owner who was not there keeps the words typed', () => {
    const { owner } = readAction('/a send the form @court clerk +1w', today, people);

    expect(owner).toBe('court clerk');
  });
});

test('a line says what it lacks', () => {
  expect(lacks(readAction('/a ring the GP', today, people))).toBe(
    'Say by whom, after @; and by when: fri, +10d or 27 3 2026',
  );
});

test('only a slash and a asks for an action', () => {
  expect(['/a ring', '/address', 'a ring', '/a'].map(asksForAction)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

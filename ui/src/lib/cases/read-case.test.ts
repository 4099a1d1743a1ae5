import { expect, test } from 'vitest';
import { records } from '$lib/core/fake/people';
import { blankCharge, blankPrevious, newText, textOf } from './case-text';
import { readCase } from './read-case';

const today = '2026-11-20';

test.each(records)('a case survives the form: $reference', (record) => {
  const { made, problems } = readCase(textOf(record), today, record.case);

  expect(problems).toEqual([]);
  expect(made).toEqual({ reference: record.reference, case: record.case });
});

test('an empty form asks only for surname, reference, court, procedure and standing, and fills in none', () => {
  const { problems } = readCase(newText('', ''), today, null);

  expect(problems.map(({ field }) => field)).toEqual([
    'case-surname',
    'case-reference',
    'case-court',
    'case-procedure',
    'case-standing',
  ]);
});

test('dates are read forgivingly, and what is blank is not known', () => {
  const text = {
    ...newText('Inverbrae Sheriff Court', ''),
    surname: 'Example',
    reference: 'DEMO-1',
    procedure: 'summary' as const,
    standing: 'bail' as const,
  };

  const { made, problems } = readCase(
    { ...text, born: '1 1 90', convictedOn: '-10d', dietDay: 'fri', dietTime: '10' },
    today,
    null,
  );

  expect(problems).toEqual([]);
  expect(made.case.person.born).toBe('1990-01-01');
  expect(made.case['convicted-on']).toBe('2026-11-10');
  expect(made.case.diet).toBe('2026-11-27T10:00:00');
  expect(made.case.due).toBeNull();
  expect(made.case.charges).toEqual([]);
});

test('every fault is named at once, each with its box', () => {
  const text = {
    ...newText('Inverbrae Sheriff Court', ''),
    surname: 'Example',
    reference: 'DEMO-1',
    procedure: 'summary' as const,
    standing: 'bail' as const,
  };
  const previous = [{ ...blankPrevious(), offence: 'Theft' }];

  const { problems } = readCase(
    { ...text, born: 'about 1990', dueDay: 'mon', previous },
    today,
    null,
  );

  expect(problems.map(({ field }) => field)).toEqual([
    'case-born',
    'case-dueTime',
    'case-previous-0-sentenced',
  ]);
});

test('a charge must say how it was pleaded to', () => {
  const text = newText('Inverbrae Sheriff Court', '');
  const charges = [{ ...blankCharge(1), offence: 'Theft' }];

  const { problems } = readCase({ ...text, charges }, today, null);

  expect(problems.map(({ field }) => field)).toContain('case-charge-0-plea');
});

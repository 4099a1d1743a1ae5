import { expect, test } from 'vitest';
import type { Assessment, Fact, Measured } from '$lib/core';
import { noAdvice, reasonsText, reportWords, unjudgedWords, type Reasoned } from './reasons';

const measured = (text: string): Measured => JSON.parse(text);
const reports: Fact = {
  id: 'reports',
  group: 'reports',
  kind: 'list',
  label: 'Reports that the court has',
  help: null,
  choice: [{ id: 'report', name: 'Report by an officer', also: [] }],
};
const ground = {
  rule: 'R-61',
  says: 'A justice of the peace court may not make the order [?].',
  authority: 'CP95 s.245A',
  'would-change': 'It would be open in the sheriff court.',
  instead: ['fine'],
  'if-known': [],
  checked: 'unverified' as const,
};
const competent: Assessment = {
  option: 'rlo',
  finding: 'competent',
  bars: [],
  awaits: [],
  duties: [],
  limits: [],
};
const given = (assessment: Partial<Assessment>): Reasoned => ({
  name: 'Restriction of liberty order',
  assessment: { ...competent, ...assessment },
  available: { status: 'none-here' },
  here: 'Fife',
  declared: [reports],
  facts: { reports: { kind: 'list', value: [] } },
  asAt: '2026-11-22',
  edition: '2026-11',
  nameOf: (id) => (id === 'fine' ? 'Fine' : id),
});

test('a copy of the reasons has all that it needs to be read elsewhere', () => {
  const text = reasonsText(given({ finding: 'not-competent', bars: [ground] }));

  expect(text.split('\n')).toEqual([
    'Restriction of liberty order',
    'Not competent on the facts recorded.',
    '',
    'Law as at 22 November 2026, by edition 2026-11.',
    'Facts used: held none.',
    '',
    'Rules that shut it out:',
    '- A justice of the peace court may not make the order [?]. (CP95 s.245A; rule R-61; not checked) What would change it: It would be open in the sheriff court. Look at: Fine.',
    '',
    'No local arrangement is recorded in Fife. That changes nothing in law.',
    '',
    noAdvice,
  ]);
});

test('what it waits for, its limits and its duties are named in words', () => {
  const limit = {
    ...ground,
    rule: 'rlo.period',
    says: 'It lasts at most 12 months.',
    'at-least': null,
    'at-most': measured('{"term":"12 months"}'),
    checked: 'verified' as const,
  };
  const text = reasonsText(
    given({
      finding: 'depends',
      awaits: [{ missing: 'report', fact: 'reports', rules: ['R-17', 'rlo.report'] }],
      limits: [limit],
      duties: [{ ...ground, 'would-change': null, instead: [], 'if-known': ['reports'] }],
    }),
  );

  expect(text).toContain('- Report by an officer (asked for by rule R-17, and its entry)');
  expect(text).toContain('- Up to 12 months. It lasts at most 12 months. (CP95 s.245A; its entry)');
  expect(text).toContain('Whether it applies turns on: Reports that the court has.');
  expect(text).not.toContain('rlo.');
});

test('a report first has the finding, why, and who offers it', () => {
  expect(reportWords(given({ finding: 'not-competent', bars: [ground] }))).toBe(
    'Not competent on the facts recorded. Law as at 22 November 2026. A justice of the peace court may not make the order [?] (CP95 s.245A). No local arrangement is recorded in Fife. That changes nothing in law.',
  );
});

test('without facts nothing is said of competence', () => {
  expect(unjudgedWords({ status: 'not-asked' }, null)).toBe(
    'Not assessed: no facts of the case were recorded.',
  );
});

import { expect, test } from 'vitest';
import type { Breach, Finding, ProposalFinding } from '$lib/core';
import { verdictOf } from './verdict';

const breach = (option: string, rule: string, finding: Finding): Breach => ({
  option,
  ground: {
    rule,
    says: 'It is too long.',
    authority: 'Example Act s.1',
    'would-change': null,
    instead: [],
    'if-known': [],
    checked: 'verified',
  },
  finding,
  nearest: null,
  'nearest-of': null,
});
const waits = { missing: 'report', fact: 'reports', rules: ['R-17'] };
const tried = (found: Partial<ProposalFinding>): ProposalFinding => ({
  breaches: [],
  awaits: [],
  duties: [],
  ...found,
});

test('a proposal that breaks nothing and waits for nothing is competent', () => {
  expect(verdictOf(tried({}))).toEqual({
    finding: 'competent',
    words: 'Competent: no rule is broken on the facts recorded',
  });
});

test('one certain breach decides, whatever it waits for', () => {
  const found = tried({ breaches: [breach('rlo', 'R-46', 'not-competent')], awaits: [waits] });

  expect(verdictOf(found)).toEqual({ finding: 'not-competent', words: 'Breaks 1 rule' });
});

test('a rule that two parts break, or break and may break, counts once', () => {
  const breaches = [
    breach('rlo', 'R-46', 'not-competent'),
    breach('cpo-restricted-movement', 'R-46', 'not-competent'),
    breach('rlo', 'R-46', 'depends'),
    breach('fine', 'R-03', 'depends'),
  ];

  expect(verdictOf(tried({ breaches })).words).toBe('Breaks 1 rule, and may break 1 more');
});

test('what is open is counted: what is not recorded, and what may be broken', () => {
  const found = tried({ breaches: [breach('fine', 'R-03', 'depends')], awaits: [waits] });

  expect(verdictOf(found)).toEqual({
    finding: 'depends',
    words: 'Depends on 1 thing not recorded or not there yet and 1 rule that it may break',
  });
});

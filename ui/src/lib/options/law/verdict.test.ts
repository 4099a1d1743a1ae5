import { expect, test } from 'vitest';
import type { Breach, Clash, Finding, PartInWeek, ProposalFinding } from '$lib/core';
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
  'in-week': [],
  ...found,
});

test('a proposal that breaks nothing and waits for nothing is competent', () => {
  expect(verdictOf(tried({}))).toEqual({
    finding: 'competent',
    words: 'Competent: no rule is broken on the facts recorded',
    inWeek: null,
  });
});

test('one certain breach decides, whatever it waits for', () => {
  const found = tried({ breaches: [breach('rlo', 'R-46', 'not-competent')], awaits: [waits] });

  expect(verdictOf(found)).toEqual({
    finding: 'not-competent',
    words: 'Breaks 1 rule',
    inWeek: null,
  });
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
    inWeek: null,
  });
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
const inWeek = (option: string, found: Partial<PartInWeek>): PartInWeek => ({
  option,
  name: option,
  kinds: ['unpaid-work'],
  stands: [0],
  clashes: [],
  notes: [],
  ...found,
});

test('a clash of two parts counts once, whatever its days, and leaves it competent', () => {
  const both = [clash({}), clash({ day: 'Tue' })];
  const parts = [inWeek('rlo', { clashes: both }), inWeek('cpo-unpaid-work-1', { clashes: both })];

  const verdict = verdictOf(tried({ 'in-week': parts }));

  expect(verdict.finding).toBe('competent');
  expect(verdict.inWeek).toBe('In the week: 1 clash');
});

test('a day beyond what the law allows breaks it, whatever else it waits for', () => {
  const parts = [inWeek('rlo', { clashes: [clash({ breaks: true })] })];

  expect(verdictOf(tried({ 'in-week': parts, awaits: [waits] }))).toEqual({
    finding: 'not-competent',
    words: 'The week asks for more than the law allows',
    inWeek: 'In the week: 1 clash',
  });
  const breaches = [breach('fine', 'R-03', 'not-competent')];
  expect(verdictOf(tried({ 'in-week': parts, breaches })).words).toBe(
    'Breaks 1 rule. The week asks for more than the law allows',
  );
});

test('a figure that the week has no room for is counted beside the clashes', () => {
  const note = { says: 'It takes 43 weeks.', fits: false, rule: null, authority: null };
  const parts = [
    inWeek('cpo-unpaid-work-1', { clashes: [clash({})], notes: [note, { ...note, fits: true }] }),
  ];

  expect(verdictOf(tried({ 'in-week': parts })).inWeek).toBe(
    'In the week: 1 clash and 1 figure that cannot be kept to',
  );
});

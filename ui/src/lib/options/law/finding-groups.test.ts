import { expect, test } from 'vitest';
import type { Assessment, Fact, Finding, LawAnswer, OptionRow } from '$lib/core';
import { factGroups } from './fact-groups';
import { factsLine } from './fact-words';
import { findingGroups, rowWhy, tally } from './finding-groups';

const found = (option: string, finding: Finding): Assessment => ({
  option,
  finding,
  bars: [],
  awaits: [],
  duties: [],
  limits: [],
});
const answer = (...assessments: Assessment[]): LawAnswer => ({
  contradictions: [],
  options: assessments.map((assessment) => ({
    name: assessment.option,
    checked: 'verified',
    assessment,
    available: { status: 'not-asked' },
  })),
  proposal: null,
});
const row = (id: string): OptionRow => ({
  id,
  name: id,
  matched: null,
  family: 'custody',
  what: '',
  consent: 'no',
  report: 'no',
  authority: '',
  'in-force': true,
  window: {
    from: null,
    until: null,
    ended: false,
    'begun-in': null,
    'ended-in': null,
    unchecked: [],
    'tested-on': 'the-order',
    note: null,
  },
  checked: 'verified',
  'unchecked-part': false,
  'services-here': 0,
});
const fact = (id: string, group: string, also: Partial<Fact> = {}): Fact => ({
  id,
  group,
  kind: 'flag',
  label: id,
  help: null,
  choice: [],
  ...also,
});

const menu = answer(
  found('fine', 'competent'),
  found('rlo', 'not-competent'),
  found('cpo', 'depends'),
  found('admonition', 'competent'),
);

test('rows stand by finding, and within it in the edition’s order, however they were found', () => {
  const closestFirst = ['admonition', 'cpo', 'rlo', 'fine'].map(row);

  const groups = findingGroups(closestFirst, menu);

  expect(groups.map(({ title, rows }) => [title, ...rows.map(({ id }) => id)])).toEqual([
    ['Competent (2)', 'fine', 'admonition'],
    ['Depends (1)', 'cpo'],
    ['Not competent (1)', 'rlo'],
  ]);
  expect(tally(groups)).toBe('2 competent, 1 depends, 1 not competent');
});

test('a search leaves every group standing, the empty ones too', () => {
  const groups = findingGroups([row('cpo')], menu);

  expect(groups.map(({ title }) => title)).toEqual([
    'Competent (0)',
    'Depends (1)',
    'Not competent (0)',
  ]);
});

test('a row that is barred says by which sentence and authority', () => {
  const barred: Assessment = {
    ...found('rlo', 'not-competent'),
    bars: [
      {
        rule: 'R-61',
        says: 'A justice of the peace court may not.',
        authority: 'CP95 s.245A(1)',
        'would-change': null,
        instead: [],
        'if-known': [],
        checked: 'verified',
      },
    ],
  };

  expect(rowWhy(barred, []).says).toBe('CP95 s.245A(1) · A justice of the peace court may not.');
});

test('a row that depends names what is missing, the entry of a list by its own name', () => {
  const reports = fact('reports', 'reports', {
    kind: 'list',
    choice: [{ id: 'place-report', name: 'Report on the place', also: [] }],
  });
  const depends: Assessment = {
    ...found('rlo', 'depends'),
    awaits: [{ missing: 'place-report', fact: 'reports', rules: ['R-62'] }],
  };

  expect(rowWhy(depends, [reports]).waits.map(({ words }) => words)).toEqual([
    'Report on the place',
  ]);
});

test('only groups that matter to the menu are shown, the most asked for first', () => {
  const declared = [fact('age_now', 'person'), fact('court', 'court'), fact('witness', 'bail')];
  const asks = new Map([
    ['court', 90],
    ['age_now', 40],
  ]);

  expect(factGroups(declared, asks, {}).map(({ id }) => id)).toEqual(['court', 'person']);
});

test('a fact that is recorded keeps its group in sight', () => {
  const declared = [fact('court', 'court'), fact('witness', 'bail')];
  const asks = new Map([['court', 90]]);

  const groups = factGroups(declared, asks, { witness: { kind: 'flag', value: true } });

  expect(groups.map(({ id }) => id)).toEqual(['court', 'bail']);
});

test('the facts used are summed up in the order in which they are asked for', () => {
  const court = fact('court', 'court', {
    kind: 'choice',
    choice: [{ id: 'SS', name: 'Sheriff court, summary', also: [] }],
  });
  const declared = [court, fact('age_now', 'person', { kind: 'age' }), fact('reports', 'reports')];

  const line = factsLine(declared, {
    reports: { kind: 'list', value: [] },
    age_now: { kind: 'age', value: '34' },
    court: { kind: 'choice', value: 'SS' },
  });

  expect(line).toBe('Sheriff court, summary · age 34 · held none');
});

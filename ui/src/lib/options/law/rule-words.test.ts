import { expect, test } from 'vitest';
import { ruleWords, rulesWords } from './rule-words';

test('a numbered rule goes by its number, and what an entry says by the entry', () => {
  expect(ruleWords('R-29')).toBe('rule R-29');
  expect(ruleWords('rlo.courts')).toBe('its entry');
});

test('where several options are spoken of it is said whose entry is meant', () => {
  const nameOf = (id: string) => (id === 'rlo' ? 'Restriction of liberty order' : id);

  expect(ruleWords('rlo.courts', nameOf)).toBe('the entry of Restriction of liberty order');
});

test.each([
  [['R-29'], 'rule R-29'],
  [['R-02', 'R-29', 'B-17'], 'rules R-02, R-29 and B-17'],
  [['rlo.courts', 'rlo.place'], 'its entry'],
  [['R-29', 'rlo.courts'], 'rule R-29, and its entry'],
])('%j is asked for by %s', (rules, words) => {
  expect(rulesWords(rules)).toBe(words);
});

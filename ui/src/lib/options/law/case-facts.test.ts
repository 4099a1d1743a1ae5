import { expect, test } from 'vitest';
import { CaseFacts } from './case-facts.svelte';

test('a fact that is taken back is not known, which is not the same as no', () => {
  const facts = new CaseFacts();
  facts.record('imprisonable', { kind: 'flag', value: false });
  expect(facts.value('imprisonable')).toEqual({ kind: 'flag', value: false });

  facts.record('imprisonable', null);

  expect(facts.recorded).toEqual({});
  expect(facts.any).toBe(false);
});

test('an empty list is recorded: all of it is known to be absent', () => {
  const facts = new CaseFacts();

  facts.record('reports', { kind: 'list', value: [] });

  expect(facts.any).toBe(true);
  expect(facts.value('reports')).toEqual({ kind: 'list', value: [] });
});

test('clearing takes everything away and can be taken back', () => {
  const facts = new CaseFacts();
  facts.record('age_now', { kind: 'age', value: '34' });
  const before = facts.recorded;

  facts.clear();
  expect(facts.any).toBe(false);
  facts.replace(before);

  expect(facts.value('age_now')).toEqual({ kind: 'age', value: '34' });
  expect(facts.era, 'the boxes start afresh each time').toBe(2);
});

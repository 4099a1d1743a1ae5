import { describe, expect, test } from 'vitest';
import { wordDiff, type Run } from './word-diff';

const whole = (runs: readonly Run[]) => runs.map(({ words }) => words).join('');
const marked = (runs: readonly Run[]) =>
  runs.filter(({ only }) => only).map(({ words }) => words.trim());

describe('the words that changed', () => {
  test('a figure that is another is marked in both, and nothing else is', () => {
    const found = wordDiff('At most 4 months in all.', 'At most 6 months in all.');

    expect([marked(found.before), marked(found.now)]).toEqual([['4'], ['6']]);
  });

  test('words put in are marked only where they stand', () => {
    const found = wordDiff('From 1 February 2011.', 'From 1 February 2011 to 30 September 2026.');

    expect([marked(found.before), marked(found.now)]).toEqual([[], ['to 30 September 2026']]);
  });

  test('words taken out are marked only where they stood', () => {
    const found = wordDiff('The person must agree in writing.', 'The person must agree.');

    expect([marked(found.before), marked(found.now)]).toEqual([['in writing'], []]);
  });

  test.each([
    ['up to £2,500', 'up to £5,000', '2,500', '5,000'],
    ['CP95 s.24D(2)', 'CP95 s.24E(2)', 's.24D', 's.24E'],
    ['in a day [?].', 'in a day.', '[?]', undefined],
  ])('a sum, a provision and the mark are each one word: %s', (before, now, gone, fresh) => {
    const found = wordDiff(before, now);

    expect(marked(found.before)).toEqual([gone]);
    expect(marked(found.now)).toEqual(fresh ? [fresh] : []);
  });

  test('what was not there before is all new', () => {
    expect(wordDiff('', 'New words.')).toEqual({
      before: [],
      now: [{ words: 'New words.', only: true }],
    });
  });

  test('the same text has nothing marked', () => {
    const { before, now } = wordDiff('The same [?] words.', 'The same [?] words.');

    expect([...marked(before), ...marked(now)]).toEqual([]);
  });

  test('another space or line between words is not another word', () => {
    const { before, now } = wordDiff('One two', 'One\ntwo');

    expect([...marked(before), ...marked(now)]).toEqual([]);
  });

  test.each([
    ['  a b  c', 'b c\n\nd '],
    ['x', ''],
    ['The court may.\nThe court must.', 'The court must.'],
  ])('the runs put together are the texts: %j, %j', (before, now) => {
    const found = wordDiff(before, now);

    expect([whole(found.before), whole(found.now)]).toEqual([before, now]);
  });

  test('texts too long to compare are marked as wholly changed', () => {
    const long = (word: string) => `${word} `.repeat(1200);

    const found = wordDiff(long('a'), long('a b'));

    expect(found.before).toHaveLength(1);
    expect(whole(found.now)).toBe(long('a b'));
  });
});

import { expect, test } from 'vitest';
import { moved, putBack, without } from './lists';
import { threeWay } from './three-way';

const list = ['a', 'b', 'c', 'd'];

test('a member moves either way, and the others keep their order', () => {
  expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(list, 3, 1)).toEqual(['a', 'd', 'b', 'c']);
});

test('what was removed goes back to its place, and what came since stays', () => {
  const since = [...without(list, 1), 'e'];

  expect(putBack(since, list, 1)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('two people’s changes are both kept where they changed different parts', () => {
  const base = { place: 'Room 1', next: null, people: [{ name: 'A' }] };

  const { merged, both } = threeWay(
    ['place', 'next', 'people'],
    base,
    { ...base, people: [{ name: 'A' }, { name: 'B' }] },
    { ...base, place: 'Room 2' },
  );

  expect(merged).toEqual({ place: 'Room 2', next: null, people: [{ name: 'A' }, { name: 'B' }] });
  expect(both).toEqual([]);
});

test('a part that both changed in another way is asked about', () => {
  const base = { place: 'Room 1', marking: 'OFFICIAL' };
  const ours = { ...base, place: 'Room 2' };

  expect(threeWay(['place'], base, ours, { ...base, place: 'By video' }).both).toEqual(['place']);
  expect(threeWay(['place'], base, ours, { ...base, place: 'Room 2' }).both).toEqual([]);
});

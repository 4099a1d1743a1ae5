import { expect, test } from 'vitest';
import { duplicates, type Chord } from '$lib/shared/keyboard.svelte';
import { areas } from './areas';
import { keys } from './keys';

test('no key stands for two commands in one place', () => {
  expect(duplicates(keys)).toEqual([]);
});

test('a key given twice is found', () => {
  const twice: Chord[] = [...keys, { id: 'shout', name: 'Shout', keys: 'Ctrl+K', scope: 'screen' }];

  expect(duplicates(twice)).toEqual(['Ctrl+K: find, shout']);
});

test('every area has its digit among the keys', () => {
  const digits: string[] = keys.map(({ id }) => id);

  expect(areas.filter(({ digit }) => !digits.includes(`go-${digit}`))).toEqual([]);
});

test('no key is one that a screen reader or a keyboard layout needs', () => {
  expect(keys.filter(({ keys: chord }) => /Ctrl\+Alt|Insert|CapsLock/.test(chord))).toEqual([]);
});

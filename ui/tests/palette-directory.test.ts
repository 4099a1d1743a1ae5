import { beforeEach, expect, test } from 'vitest';
import { program, type Role } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { commandEntries } from '../src/lib/shell/entries.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { screenFor } from '../src/screens/registry';

const named = (words: string) => commandEntries(words).filter(({ kind }) => kind === 'Go to');
const names = (words: string) => named(words).map(({ name }) => name);

function hold(roles: readonly Role[]) {
  const { session } = program;
  if (!session) throw new Error('nobody is at work');
  program.open({ ...session, profile: { ...session.profile, roles: [...roles] } });
}

beforeEach(async () => {
  pretend('open');
  await program.start();
});

test('every part of the directory is found by its words, and gone to', () => {
  hold(['directory-editor']);
  const parts = named('directory');
  expect(parts).toHaveLength(9);
  const places = parts.map(({ run }) => {
    run?.();
    expect(screenFor(router.place.path).screen.pattern).not.toBe('');
    return `${router.place.path}?${router.place.query}`;
  });
  expect(places).toEqual([
    'directory?view=map',
    'directory?view=gaps',
    'upkeep?',
    'directory/new/edit?',
    'upkeep?tab=periods',
    'upkeep?tab=organisations',
    'upkeep?tab=files',
    'upkeep?tab=write',
    'upkeep?tab=publish',
  ]);
  expect(names('import')).toEqual(['Directory: bring a file in']);
  expect(names('bring file')).toEqual(['Directory: bring a file in']);
  expect(names('to confirm')).toEqual(['Directory: entries to confirm']);
  expect(names('gaps')).toEqual(['Directory: gaps']);
});

test('who does not keep the directory is offered what is looked at', () => {
  hold(['court-social-worker']);

  expect(names('directory')).toEqual(['Directory: map', 'Directory: gaps']);
  expect(names('publish')).toEqual([]);
});

test('before anything is typed the palette holds no part of the directory', () => {
  expect(named('')).toEqual([]);
});

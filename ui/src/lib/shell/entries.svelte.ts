import { foundKindNames, keyboard, type Calculator, type Found, type FoundKind } from '$lib/core';
import { keyWords } from '$lib/shared/keyboard.svelte';
import { router } from '$lib/shared/router.svelte';
import { beginsWords } from '$lib/shared/sorting';

/** One line of the palette. */
export interface Entry {
  id: string;
  name: string;
  /** What kind of thing it is, or the key that does the same. */
  kind: string;
  /** A line about it. */
  line: string;
  /** What choosing it does; nothing where reading it is all there is to do. */
  run: (() => void) | null;
}

const paths = {
  'bail-option': (id) => ['bail', { id }],
  disposal: (id) => ['disposals', { id }],
  service: (id) => [`directory/${id}`, {}],
  court: (id) => ['directory', { court: id, council: '-' }],
  term: null,
  case: (id) => [`cases/${id}`, {}],
  report: (id) => [`reports/${id}`, {}],
  conference: (id) => [`conferences/${id}`, {}],
} satisfies Record<FoundKind, ((id: string) => [string, Record<string, string>]) | null>;

/** Makes a line of something found. */
export function foundEntry({ kind, id, name, line }: Found): Entry {
  const place = paths[kind]?.(id);
  return {
    id: `${kind}-${id}`,
    name,
    kind: foundKindNames[kind],
    line: withoutName(line, name),
    run: place
      ? () => {
          router.go(...place);
        }
      : null,
  };
}

/** What was found may begin with the name, which stands above it already. */
function withoutName(line: string, name: string): string {
  return line.startsWith(name) ? line.slice(name.length).replace(/^[\s:·–-]+/, '') : line;
}

/** Makes lines of the calculators that the words name, those by their own name first. */
export function calculatorEntries(calculators: readonly Calculator[], words: string): Entry[] {
  if (words.trim() === '') return [];
  const named = calculators.filter(({ title }) => beginsWords(words, title));
  const called = calculators.filter(
    (calculator) =>
      !named.includes(calculator) && calculator.aliases.some((alias) => beginsWords(words, alias)),
  );
  return [...named, ...called].map(({ id, title, what }) => ({
    id: `calculator-${id}`,
    name: title,
    kind: 'Calculator',
    line: what,
    run: () => {
      router.go(`calculators/${id}`);
    },
  }));
}

/** How many of the things found stand before the calculators: a short list holds both. */
const foundFirst = 2;

/** Puts the calculators after the best of what else was found. */
export function withCalculators(
  found: readonly Entry[],
  calculators: readonly Entry[],
): readonly Entry[] {
  return [...found.slice(0, foundFirst), ...calculators, ...found.slice(foundFirst)];
}

/** Makes lines of the commands whose name holds the words. */
export function commandEntries(words: string): Entry[] {
  const wanted = words.trim().toLowerCase();
  return keyboard.commands
    .filter(({ id, name }) => id !== 'find' && name.toLowerCase().includes(wanted))
    .map(({ id, name, keys, run }) => ({
      id: `command-${id}`,
      name,
      kind: keyWords(keys),
      line: 'Command',
      run,
    }));
}

/** What was gone to from the palette, newest first: in memory only, and forgotten when locked. */
export class Recents {
  entries = $state.raw<readonly Entry[]>([]);

  add(entry: Entry): void {
    const others = this.entries.filter(({ id }) => id !== entry.id);
    this.entries = [entry, ...others].slice(0, 8);
  }
}

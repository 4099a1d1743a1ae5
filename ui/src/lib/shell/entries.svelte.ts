import {
  foundKindNames,
  keyboard,
  program,
  type Calculator,
  type Found,
  type FoundKind,
} from '$lib/core';
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

/** A part of the directory that can be gone to by name. */
interface Part {
  id: string;
  name: string;
  line: string;
  path: string;
  query: Record<string, string>;
  /** Whether only who keeps the directory is offered it, as on the screens. */
  upkeep: boolean;
}

const upkeep = (id: string, name: string, line: string, tab: string): Part => ({
  id,
  name: `Directory: ${name}`,
  line,
  path: 'upkeep',
  query: tab ? { tab } : {},
  upkeep: true,
});

const parts: readonly Part[] = [
  {
    id: 'map',
    name: 'Directory: map',
    line: 'What each council has',
    path: 'directory',
    query: { view: 'map' },
    upkeep: false,
  },
  {
    id: 'gaps',
    name: 'Directory: gaps',
    line: 'Where nothing suitable was found',
    path: 'directory',
    query: { view: 'gaps' },
    upkeep: false,
  },
  upkeep('confirm', 'entries to confirm', 'The work list of the upkeep', ''),
  {
    id: 'new',
    name: 'Directory: new entry',
    line: 'Write a service that is missing',
    path: 'directory/new/edit',
    query: {},
    upkeep: true,
  },
  upkeep('periods', 'review periods', 'How long a confirmation holds', 'periods'),
  upkeep('organisations', 'organisations', 'Who runs services', 'organisations'),
  upkeep('files', 'bring a file in', 'Import a table or open data', 'files'),
  upkeep('write', 'write a file out', 'Export a table or open data', 'write'),
  upkeep('publish', 'publish', 'A local edition', 'publish'),
];

/** Makes lines of the parts of the directory that the words name, of those the person is offered. */
function directoryEntries(words: string): Entry[] {
  if (words.trim() === '') return [];
  const keeps = program.session?.profile.roles.includes('directory-editor') ?? false;
  return parts
    .filter((part) => (keeps || !part.upkeep) && beginsWords(words, `${part.name} ${part.line}`))
    .map(({ id, name, line, path, query }) => ({
      id: `directory-${id}`,
      name,
      kind: 'Go to',
      line,
      run: () => {
        router.go(path, query);
      },
    }));
}

/** Makes lines of the commands whose name holds the words, and of the parts they name. */
export function commandEntries(words: string): Entry[] {
  return [...keyed(words), ...directoryEntries(words)];
}

function keyed(words: string): Entry[] {
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

/** A key and the command it stands for. */
export interface Chord {
  id: string;
  name: string;
  /** Such as `Ctrl+Shift+L`; on a Mac, Ctrl means Cmd. `type` stands for typing. */
  keys: string;
  /** Where it acts: everywhere, on screens that bind it, or inside a focused list. */
  scope: 'everywhere' | 'screen' | 'list';
}

/** What a command does, and what it is called here where the table's name is too general. */
export interface Binding {
  run: () => void;
  name?: string;
}

/** A command that can be run now. */
export interface BoundCommand extends Chord {
  run: () => void;
}

const mac = /mac/i.test(navigator.userAgent) && !/like mac/i.test(navigator.userAgent);

const keyNames = new Map([
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['PageUp', 'Page Up'],
  ['PageDown', 'Page Down'],
  ['Escape', 'Esc'],
  ['=', '+'],
  ['-', '−'],
]);

/** Writes a chord as it stands on this keyboard. */
export function keyWords(keys: string): string {
  return keys
    .split('+')
    .map((key) => keyNames.get(key) ?? key)
    .map((key) => (mac && key === 'Ctrl' ? '⌘' : key))
    .join('+');
}

/** Gives the chord of a key press, or nothing for a press that writes a character. */
export function chordOf(event: KeyboardEvent): string {
  if (event.isComposing || event.getModifierState('AltGraph')) return '';
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const main = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const held = mac ? event.metaKey : event.ctrlKey;
  const key = held && digit ? digit : main;
  return [held && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', key === '+' ? '=' : key]
    .filter(Boolean)
    .join('+')
    .replace('Ctrl+Shift+=', 'Ctrl+=');
}

/** Gives the chords that stand twice where one would hide the other. */
export function duplicates(table: readonly Chord[]): string[] {
  const seen = new Map<string, string>();
  return table.flatMap(({ id, keys, scope }) => {
    const place = scope === 'everywhere' ? ['everywhere', 'screen', 'list'] : [scope, 'everywhere'];
    const other = place.map((where) => seen.get(`${where} ${keys}`)).find(Boolean);
    seen.set(`${scope} ${keys}`, id);
    return other ? [`${keys}: ${other}, ${id}`] : [];
  });
}

/** The one registry of commands: it feeds the keys, the palette and the help sheet. */
export class Keyboard<Id extends string = string> {
  #table: readonly Chord[];
  /** What is bound, beside the state that shows it: a teardown reads state as it was before. */
  #held: ReadonlyMap<string, Binding> = new Map();
  #bound = $state.raw<ReadonlyMap<string, Binding>>(this.#held);

  constructor(table: readonly (Chord & { id: Id })[]) {
    this.#table = table;
  }

  /** Binds commands; gives the function that unbinds them. Call it from an effect. */
  bind(bindings: Partial<Record<Id, Binding | (() => void)>>): () => void {
    const before = this.#held;
    const added = Object.entries<Binding | (() => void) | undefined>(bindings).flatMap(
      ([id, binding]) =>
        binding ? [[id, typeof binding === 'function' ? { run: binding } : binding] as const] : [],
    );
    this.#hold([...before, ...added]);
    return () => {
      const mine = new Map<string, Binding>(added);
      this.#hold(
        [...this.#held].flatMap(([id, binding]) => {
          if (mine.get(id) !== binding) return [[id, binding] as const];
          const under = before.get(id);
          return under ? [[id, under] as const] : [];
        }),
      );
    };
  }

  #hold(bindings: Iterable<readonly [string, Binding]>): void {
    this.#held = new Map(bindings);
    this.#bound = this.#held;
  }

  /** The commands that can be run now, in the table's order. */
  get commands(): BoundCommand[] {
    return this.#table.flatMap((chord) => {
      const binding = this.#bound.get(chord.id);
      return binding ? [{ ...chord, name: binding.name ?? chord.name, run: binding.run }] : [];
    });
  }

  /** The keys that act inside lists, for the help sheet. */
  get listKeys(): readonly Chord[] {
    return this.#table.filter(({ scope }) => scope === 'list');
  }

  /** Whether a key press is a command that can be run now. A box that takes keys leaves it alone. */
  has(event: KeyboardEvent): boolean {
    return this.#commandOf(event) !== undefined;
  }

  /** Runs the command of a key press, if one is bound. */
  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const command = this.#commandOf(event);
    if (!command) return;
    event.preventDefault();
    command.run();
  }

  #commandOf(event: KeyboardEvent): BoundCommand | undefined {
    const chord = chordOf(event);
    return this.commands.find(({ keys, scope }) => scope !== 'list' && keys === chord);
  }
}

import type { Fact, FactValue } from '$lib/core';
import type { Snippet } from 'svelte';

/** How facts are asked for, read and written. The screen brings it from the part that has them. */
export interface FactWays {
  /** The boxes of one fact. */
  control: Snippet<
    [fact: Fact, value: FactValue | null, onchange: (value: FactValue | null) => void]
  >;
  /** Reads what stands in a box while it is typed in; `undefined` where the kind is not typed. */
  read: (fact: Fact, typed: string) => FactValue | null | undefined;
  /** Writes a value. */
  words: (fact: Fact, value: FactValue) => string;
}

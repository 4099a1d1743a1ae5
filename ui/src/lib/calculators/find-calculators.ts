import type { Calculator } from '$lib/core';
import { beginsWords } from '$lib/shared/sorting';

/** A calculator that answers what was typed. */
export interface FoundCalculator {
  calculator: Calculator;
  /** The other name by which it was found, where its own does not hold the words. */
  matched: string | null;
}

/**
 * Finds calculators by what people call them: those whose own name holds the words first, then
 * those with another such name, then those that say so of themselves. Each keeps its order.
 */
export function findCalculators(all: readonly Calculator[], words: string): FoundCalculator[] {
  if (words.trim() === '') return all.map((calculator) => ({ calculator, matched: null }));
  const byName: FoundCalculator[] = [];
  const byAlias: FoundCalculator[] = [];
  const byPurpose: FoundCalculator[] = [];
  for (const calculator of all) {
    const { title, aliases, what } = calculator;
    const alias = aliases.find((name) => beginsWords(words, name));
    if (beginsWords(words, title)) byName.push({ calculator, matched: null });
    else if (alias !== undefined) byAlias.push({ calculator, matched: alias });
    else if (beginsWords(words, [title, ...aliases, what].join(' ')))
      byPurpose.push({ calculator, matched: null });
  }
  return [...byName, ...byAlias, ...byPurpose];
}

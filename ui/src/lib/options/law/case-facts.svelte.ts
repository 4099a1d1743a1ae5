import type { FactId, Facts, FactValue } from '$lib/core';

/**
 * The facts of the case in hand, for both menus. They are kept in memory for the sitting and nowhere
 * else. What is not recorded is not known, which is never a no.
 */
export class CaseFacts {
  recorded = $state.raw<Facts>({});
  /** Counts the times that all of it was replaced, when every box starts afresh. */
  era = $state(0);

  /** Whether any fact is recorded. */
  get any(): boolean {
    return Object.keys(this.recorded).length > 0;
  }

  value(id: FactId): FactValue | null {
    return this.recorded[id] ?? null;
  }

  /** Records a fact, or takes it back where it is no longer known. */
  record(id: FactId, value: FactValue | null): void {
    const { [id]: _before, ...others } = this.recorded;
    this.recorded = value === null ? others : { ...others, [id]: value };
  }

  /** Replaces everything at once, as clearing does and taking that back. */
  replace(facts: Facts): void {
    this.recorded = facts;
    this.era += 1;
  }

  clear(): void {
    this.replace({});
  }
}

import type { FactId, Facts, FactValue } from '$lib/core';
import type { CaseInHand } from './case-in-hand.svelte';

/**
 * The facts of the case in hand, for both menus. Where no case is open they are kept in memory for
 * the sitting and nowhere else. What is not recorded is not known, which is never a no.
 */
export class CaseFacts {
  recorded = $state.raw<Facts>({});
  /** Those of them that the record of the case holds: they are changed there, and not here. */
  drawn = $state.raw<Facts>({});
  /** Counts the times that all of it was replaced, when every box starts afresh. */
  era = $state(0);
  /** What opens a case for its facts, and keeps what is recorded with it. */
  hand = $state.raw<CaseInHand | null>(null);

  /** Whether any fact is recorded. */
  get any(): boolean {
    return Object.keys(this.recorded).length > 0;
  }

  value(id: FactId): FactValue | null {
    return this.recorded[id] ?? null;
  }

  /** Whether the record of the case holds a fact. */
  isDrawn(id: FactId): boolean {
    return Object.hasOwn(this.drawn, id);
  }

  /** Records a fact, or takes it back where it is no longer known. The record of a case stands. */
  record(id: FactId, value: FactValue | null): void {
    if (this.isDrawn(id)) return;
    const { [id]: _before, ...others } = this.recorded;
    this.recorded = value === null ? others : { ...others, [id]: value };
  }

  /** Replaces everything at once, as clearing does and taking that back. */
  replace(facts: Facts): void {
    this.recorded = { ...facts, ...this.drawn };
    this.era += 1;
  }

  /** Takes the facts of another case, or of none. */
  become(facts: Facts, drawn: Facts): void {
    this.drawn = drawn;
    this.replace(facts);
  }

  /** Takes what somebody else changed meanwhile. The boxes stay as they are being typed in. */
  follow(facts: Facts, drawn: Facts): void {
    this.drawn = drawn;
    this.recorded = { ...facts, ...drawn };
  }

  /** Takes away what was recorded here; what the record of the case holds stays. */
  clear(): void {
    this.replace({});
  }
}

import type { Commitment } from '$lib/core';

/**
 * The week of the person in hand. It is kept in memory for the sitting; whoever opens a case puts
 * that case's week here and keeps it with the case.
 */
export class PersonWeek {
  commitments = $state.raw<Commitment[]>([]);

  /** Whether anything stands in it. */
  get any(): boolean {
    return this.commitments.length > 0;
  }

  /** Replaces everything at once, as each change to the week does. */
  replace(commitments: readonly Commitment[]): void {
    this.commitments = [...commitments];
  }

  clear(): void {
    this.replace([]);
  }
}

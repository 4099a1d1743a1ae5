import { core, faultOf, type Fault, type PeriodSource, type ReviewPeriod } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { undo } from '$lib/shared/undo.svelte';
import { focusIfLost, focusOn } from '../focus';

/** Where a period comes from, in words. */
export function sourceWords({ source, kind, longest }: ReviewPeriod): string {
  const words = {
    own: 'The directory’s own: three months',
    usual: 'Set here for every kind',
    set: 'Set here',
  } satisfies Record<PeriodSource, string>;
  return kind !== null && longest === 3
    ? `${words[source]}. Never longer for victims`
    : words[source];
}

/** The id of the box of a kind. */
export const fieldOf = (kind: string | null) => `period-${kind ?? 'every'}`;

/** Reads a number of months; nothing where it is none that can be set. */
export function readMonths(words: string, longest: number): number | null {
  const typed = words.trim();
  if (!/^\d{1,3}$/.test(typed)) return null;
  const months = Number(typed);
  return months >= 1 && months <= longest ? months : null;
}

/** How long confirmations hold: what is set, what is typed, and what is wrong with it. */
export class Periods {
  rows = $state.raw<readonly ReviewPeriod[] | null>(null);
  fault = $state.raw<Fault | null>(null);
  typed = $state<Record<string, string>>({});
  errors = $state<Record<string, string>>({});

  async read(): Promise<void> {
    try {
      this.#show(await core.reviewPeriods());
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** What stands in the box of a kind: what is typed, or else what is set. */
  words(row: ReviewPeriod): string {
    return this.typed[fieldOf(row.kind)] ?? String(row.months);
  }

  type(row: ReviewPeriod, words: string): void {
    this.typed[fieldOf(row.kind)] = words;
  }

  /** Keeps what was typed, if it is a period; says beside the box why it is none. */
  async keep(row: ReviewPeriod): Promise<void> {
    const field = fieldOf(row.kind);
    const words = this.typed[field];
    if (words === undefined) return;
    const months = readMonths(words, row.longest);
    if (months === null) {
      this.errors[field] = `Enter whole months, from 1 to ${row.longest}`;
      return;
    }
    this.#settle(field);
    if (months !== row.months) await this.#set(row, months);
  }

  /** Takes away what was set for a kind. */
  async clear(row: ReviewPeriod): Promise<void> {
    this.#settle(fieldOf(row.kind));
    await this.#set(row, null);
    await focusOn(fieldOf(row.kind));
  }

  async #set(row: ReviewPeriod, months: number | null): Promise<void> {
    const { kind, set, label } = row;
    if (!(await this.#put(kind, months))) return;
    const now = this.rows?.find((other) => other.kind === kind);
    undo.give(`${label}: confirmed for ${counted(now?.months ?? 0, 'month')}`, () => {
      void this.#put(kind, set).then(() => focusIfLost(fieldOf(kind)));
    });
  }

  async #put(kind: string | null, months: number | null): Promise<boolean> {
    try {
      this.#show(await core.setReviewPeriod({ kind, months }));
      return true;
    } catch (caught) {
      const fault = faultOf(caught);
      if (fault.code === 'bad-input') {
        this.errors[fieldOf(kind)] = 'The directory does not take this figure: change it';
      } else this.fault = fault;
      return false;
    }
  }

  #show(rows: readonly ReviewPeriod[]): void {
    this.rows = rows;
    this.fault = null;
  }

  #settle(field: string): void {
    this.typed = Object.fromEntries(Object.entries(this.typed).filter(([id]) => id !== field));
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([id]) => id !== field));
  }
}

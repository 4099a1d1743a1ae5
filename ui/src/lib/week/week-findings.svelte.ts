import {
  core,
  faultOf,
  type Commitment,
  type Fault,
  type Part,
  type PartInWeek,
  type TriedWeek,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { clashGroups, type ClashGroup } from '$lib/shared/clash-groups';

const pause = 120;

/** What the core finds of the week in hand. It answers a little after the last change. */
export class WeekFindings {
  #answer = $state.raw<{ week: readonly Commitment[]; tried: TriedWeek } | null>(null);
  fault = $state.raw<Fault | null>(null);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What was found, numbered: of the week as it last was while a new answer is awaited. */
  readonly groups: readonly ClashGroup[] = $derived(
    clashGroups(this.#answer?.tried.finding.clashes ?? []),
  );

  /** What may be marked in this week: nothing while it has not been tried as it is. */
  marksFor(week: readonly Commitment[]): readonly ClashGroup[] {
    return this.#answer?.week === week ? this.groups : [];
  }

  /** Whether the week was tried as it is. */
  isOf(week: readonly Commitment[]): boolean {
    return this.#answer?.week === week;
  }

  /** Minutes in, by day from Monday. */
  get stayIn(): readonly number[] {
    return this.#answer?.tried.finding['stay-in'] ?? [];
  }

  /** The parts of the proposal for which nothing stands in the week. */
  get notIn(): readonly PartInWeek[] {
    return this.#answer?.tried.parts.filter(({ stands }) => stands.length === 0) ?? [];
  }

  /** Asks; the first answer is fetched at once. Gives what stops the asking. */
  ask(week: readonly Commitment[], proposed: readonly Part[], asAt: string): () => void {
    const mine = ++this.#asked;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        void this.#fetch(mine, week, proposed, asAt);
      },
      mine === 1 ? 0 : pause,
    );
    return () => {
      clearTimeout(this.#timer);
    };
  }

  async #fetch(
    mine: number,
    week: readonly Commitment[],
    proposed: readonly Part[],
    asAt: string,
  ): Promise<void> {
    try {
      const tried = await core.tryWeek([...week], [...proposed], asAt);
      if (mine !== this.#asked) return;
      this.#answer = { week, tried };
      this.fault = null;
      if (week.length > 0) live.sayAfterPause(this.summary);
    } catch (caught) {
      if (mine === this.#asked) this.fault = faultOf(caught);
    }
  }

  /** "3 clashes", of what was last tried. */
  get summary(): string {
    const { length } = this.groups;
    return length === 0 ? 'No clash found' : counted(length, 'clash', 'clashes');
  }
}

import { untrack } from 'svelte';
import { program, type CaseLaw } from '$lib/core';
import { PersonOfCase } from '$lib/directory/case-person.svelte';
import { CaseFacts } from '$lib/options/law/case-facts.svelte';
import { CaseInHand } from '$lib/options/law/case-in-hand.svelte';
import { CaseProposal } from '$lib/options/law/case-proposal.svelte';
import { PersonWeek } from '$lib/week/sitting-week.svelte';

/** What the look-ups share while one person works: forgotten when the store is locked or changed. */
class Sitting {
  readonly facts = new CaseFacts();
  readonly proposal = new CaseProposal();
  /** The person's week; it is kept with the case where one is open. */
  readonly week = new PersonWeek();
  /** Opens a case for its facts, and keeps with it what is recorded. */
  readonly hand = new CaseInHand(this.facts, this.week);
  /** The person of the case, as the directory asks. */
  readonly ofCase = new PersonOfCase(() => this.hand.law);

  constructor() {
    let before: string | null = null;
    $effect.root(() => {
      // What was thought of for one person is not put to another.
      $effect(() => {
        const of = this.openCase?.case ?? null;
        if (before !== null && of !== before) this.proposal.clear();
        before = of;
      });
      $effect(() => {
        void program.session?.demonstration;
        untrack(() => {
          this.clear();
        });
      });
    });
  }

  /** The case whose facts are used; none where they are loose. */
  get openCase(): CaseLaw | null {
    return this.hand.law;
  }

  clear(): void {
    this.hand.forget();
    this.hand.near = null;
    this.ofCase.forget();
    this.proposal.clear();
  }
}

export const sitting = new Sitting();

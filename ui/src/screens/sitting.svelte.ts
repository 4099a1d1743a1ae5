import { untrack } from 'svelte';
import { program } from '$lib/core';
import { CaseFacts } from '$lib/options/law/case-facts.svelte';

/** What both menus share while one person works: forgotten when the store is locked or changed. */
class Sitting {
  readonly facts = new CaseFacts();

  constructor() {
    $effect.root(() => {
      $effect(() => {
        void program.session?.demonstration;
        untrack(() => {
          this.facts.clear();
        });
      });
    });
  }
}

export const sitting = new Sitting();

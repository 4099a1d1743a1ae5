import { untrack } from 'svelte';
import { program } from '$lib/core';
import { Calculations } from '$lib/calculators/calculations.svelte';

/** What was entered in the calculators: forgotten when the store is locked or changed. */
export const calculations = new Calculations();

$effect.root(() => {
  $effect(() => {
    void program.session?.demonstration;
    untrack(() => {
      calculations.clear();
    });
  });
});

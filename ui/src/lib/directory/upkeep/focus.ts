import { tick } from 'svelte';

/** What had the focus is gone, or is about to go: the first of these that is there takes it. */
export async function focusOn(...ids: readonly string[]): Promise<void> {
  await tick();
  const found = ids.map((id) => document.getElementById(id));
  found.find((element) => element !== null)?.focus();
}

/** The same, where what had the focus is gone; a person who is elsewhere by now stays there. */
export async function focusIfLost(...ids: readonly string[]): Promise<void> {
  await tick();
  const held = document.activeElement;
  if (held === null || held === document.body) await focusOn(...ids);
}

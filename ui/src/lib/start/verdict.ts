import { tick } from 'svelte';
import { core, type PassphraseVerdict } from '$lib/core';

/** What is said of a passphrase that will not do, and nothing of one that will. */
export const verdictWords = {
  'too-short': 'Use at least 14 characters. Four or five words together are easy to remember.',
  'too-easy': 'This is too easy to guess. Take the words we offer, or use less common ones.',
  fine: undefined,
} satisfies Record<PassphraseVerdict, string | undefined>;

/** Moves the focus to the first answer that must be put right, once it is marked. */
export async function focusFirstFault(): Promise<void> {
  await tick();
  document
    .querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby] input')
    ?.focus();
}

/** Gives what is wrong with a passphrase, if anything is. */
export async function passphraseFault(passphrase: string): Promise<string | undefined> {
  if (passphrase === '') return 'Choose a passphrase';
  return verdictWords[await core.judgePassphrase(passphrase)];
}

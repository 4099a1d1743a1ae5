import type { Fault } from './wire';

/** What is said of a fault: what happened, what to do, whether the work is safe. */
export interface Words {
  says: string;
  next: string;
  safe: boolean;
}

/** The one catalogue. A fault without words does not compile. */
export const words = {
  locked: {
    says: 'Sederunt is locked.',
    next: 'Unlock it with your passphrase. Your work is saved.',
    safe: true,
  },
  'not-allowed': {
    says: 'Your role does not include this.',
    next: 'Ask the person who manages roles if you need it.',
    safe: true,
  },
  'not-found': {
    says: 'This is no longer in the store.',
    next: 'Go back and choose it again from the list.',
    safe: true,
  },
  'bad-input': {
    says: 'Something on this page could not be read.',
    next: 'Check what you entered and try again. Nothing was changed.',
    safe: true,
  },
  'weak-passphrase': {
    says: 'This passphrase is too short or too easy to guess.',
    next: 'Use at least 14 characters, or take the words we offer.',
    safe: true,
  },
  'recovery-key-mistyped': {
    says: 'The recovery key does not fit.',
    next: 'Compare it with the sheet, group by group, and type it again.',
    safe: true,
  },
  'disk-full': {
    says: 'Not saved: the disk is full. Your text is still here.',
    next: 'Make room on the disk, then try again. Keep this window open.',
    safe: false,
  },
  'store-unavailable': {
    says: 'Your work could not be saved just now.',
    next: 'Keep this window open. We are trying again.',
    safe: false,
  },
  'store-in-use': {
    says: 'Another copy of Sederunt has the store open.',
    next: 'Close the other copy, then try again.',
    safe: true,
  },
  'store-foreign': {
    says: 'This store was not made by Sederunt, or it belongs to another key file.',
    next: 'Ask the administrator to check where the store is kept.',
    safe: true,
  },
  'store-damaged': {
    says: 'The store is damaged and was not opened.',
    next: 'Ask the administrator to restore the last backup. Nothing was changed.',
    safe: true,
  },
  'store-newer': {
    says: 'A newer version of Sederunt wrote this store.',
    next: 'Ask the administrator to install the newer version here.',
    safe: true,
  },
  'key-file-damaged': {
    says: 'The key file is missing or damaged.',
    next: 'Use the recovery key from the sheet, or ask the administrator.',
    safe: true,
  },
  'edition-forged': {
    says: 'The content edition is not signed by a key that Sederunt knows.',
    next: 'It was not used. Ask the administrator to install the edition again.',
    safe: true,
  },
  'edition-damaged': {
    says: 'The content edition could not be read.',
    next: 'Ask the administrator to install it again. Your work is saved.',
    safe: true,
  },
  'paper-failed': {
    says: 'The document could not be made.',
    next: 'Your work is saved. Try again, and tell the administrator if it happens twice.',
    safe: true,
  },
  'picture-failed': {
    says: 'This page could not be shown.',
    next: 'The document itself is whole. Read it as text, or save a copy.',
    safe: true,
  },
  'file-not-written': {
    says: 'The copy could not be written there.',
    next: 'Choose another folder. The original is safe in the store.',
    safe: true,
  },
  unforeseen: {
    says: 'Something stopped that we did not foresee.',
    next: 'What was saved is safe. Try again, or close Sederunt and open it.',
    safe: true,
  },
} satisfies Record<Fault['code'], Words>;

/** Gives the words for a fault. */
export function wordsFor(fault: Fault): Words {
  return words[fault.code];
}

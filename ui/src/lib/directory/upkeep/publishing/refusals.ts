import { wordsFor, type Fault, type Words } from '$lib/core';

/** Why an act upon a local edition was refused, by the field that the core names. */
const refusals = new Map<string, Words>([
  [
    'office',
    {
      says: 'The name of the office cannot be used.',
      next: 'Enter it in up to 120 characters, on one line.',
      safe: true,
    },
  ],
  [
    'entries',
    {
      says: 'There is nothing to propose.',
      next: 'No entry was changed, confirmed or written here yet.',
      safe: true,
    },
  ],
  [
    'file',
    {
      says: 'The file is not a local edition of the directory.',
      next: 'Choose a file that ends in .sederunt-directory.',
      safe: true,
    },
  ],
  [
    'unfit',
    {
      says: 'An entry of this edition cannot stand in the directory here.',
      next: 'Nothing was changed. Tell the office that made it.',
      safe: true,
    },
  ],
  [
    'unfit-here',
    {
      says: 'An entry that was changed or taken in here cannot go out as it is.',
      next: 'It lacks a kind, or a code in it is not known. Open the entries taken in from files, put it right, then write the proposal again.',
      safe: true,
    },
  ],
  [
    'second-person',
    {
      says: 'You proposed this edition, so somebody else approves it.',
      next: 'Give the file to them. They open it at their own machine.',
      safe: true,
    },
  ],
  [
    'compared',
    {
      says: 'Nobody has compared the fingerprint with its owner yet.',
      next: 'Ask them to read it to you, compare every group, and tick the box.',
      safe: true,
    },
  ],
  [
    'number',
    {
      says: 'A newer edition of this office is installed here.',
      next: 'Nothing was changed. Ask for the newest.',
      safe: true,
    },
  ],
]);

/** The words for what stopped an act upon a local edition. */
export function refusalWords(fault: Fault): Words {
  const told = fault.code === 'bad-input' ? refusals.get(fault.field) : undefined;
  return told ?? wordsFor(fault);
}

import { wordsFor, type Fault, type Words } from '$lib/core';

/** Why an act upon an entry was refused, by the field that the core names. */
const refusals = new Map<string, Words>([
  [
    'assured-on',
    {
      says: 'The date of this machine lies before the last change of the entry.',
      next: 'Nothing was confirmed. Set the date of the machine right, then confirm again.',
      safe: true,
    },
  ],
  [
    'change',
    {
      says: 'This can no longer be taken back.',
      next: 'Something changed the same parts after it. Change the entry instead.',
      safe: true,
    },
  ],
  [
    'on',
    {
      says: 'The service was not marked as ended.',
      next: 'The day lies before the day it began, or after today. Look at both, then try again.',
      safe: true,
    },
  ],
  ...['note', 'reviewer', 'deputy', 'how'].map(
    (field) =>
      [
        field,
        {
          says: 'The words were not kept.',
          next: 'They are too long, or hold characters that cannot be seen. Shorten them or type them again.',
          safe: true,
        },
      ] as const,
  ),
]);

/** The words for what stopped an act upon an entry. */
export function refusalWords(fault: Fault): Words {
  const told = fault.code === 'bad-input' ? refusals.get(fault.field) : undefined;
  return told ?? wordsFor(fault);
}

import type { CommitmentKind } from '$lib/core';

interface KindWords {
  /** As the block and the box name it. */
  name: string;
  /** Whose it is: what an order asks, or what the person has in any case. */
  of: 'order' | 'life';
}

/** The kinds of commitment, in the order in which they are offered. */
export const kinds = {
  'stay-in': { name: 'Stay in', of: 'order' },
  'keep-away': { name: 'Keep away', of: 'order' },
  'unpaid-work': { name: 'Unpaid work', of: 'order' },
  programme: { name: 'Programme', of: 'order' },
  appointment: { name: 'Appointment', of: 'order' },
  treatment: { name: 'Treatment', of: 'order' },
  work: { name: 'Work', of: 'life' },
  education: { name: 'Education', of: 'life' },
  caring: { name: 'Caring', of: 'life' },
  religion: { name: 'Religion', of: 'life' },
  other: { name: 'Other', of: 'life' },
} as const satisfies Record<CommitmentKind, KindWords>;

/** The kinds as choices. */
export const kindChoices = Object.entries(kinds).map(([value, { name }]) => ({
  value,
  label: name,
}));

/** Reads a kind as a choice gives it. */
export function readKind(value: string): CommitmentKind | null {
  const isKind = (text: string): text is CommitmentKind => text in kinds;
  return isKind(value) ? value : null;
}

/** Whether the person goes somewhere for it, so that travel and "at home" are asked. */
export function goesSomewhere(kind: CommitmentKind): boolean {
  return kind !== 'stay-in' && kind !== 'keep-away';
}

import type { Assurance, Availability, Offered } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { plainDate } from '$lib/shared/dates';

/**
 * What a row says of services here. It says nothing where no area was named, or where the directory
 * records nobody anywhere and so cannot tell; and it never changes what the law says (R-84, B-17).
 */
export function availableLine(available: Availability | null): string {
  switch (available?.status) {
    case 'recorded':
      return `Available here: ${servicesWords(available.services)}`;
    case 'none-here':
      return 'No local arrangement recorded';
    default:
      return '';
  }
}

/** The same in sentences, for a reader who does not see the screen. */
export function availableSays(available: Availability | null, here: string | null): string {
  const place = here ?? 'the area named';
  switch (available?.status) {
    case 'recorded':
      return `Available in ${place}: ${available.services.map(serviceWords).join('; ')}.`;
    case 'none-here':
      return `No local arrangement is recorded in ${place}. That changes nothing in law.`;
    case 'not-recorded':
      return `The directory records nobody who delivers it, in ${place} or elsewhere, so it cannot say whether it is available.`;
    default:
      return 'No area was named, so nothing is said of services.';
  }
}

/** What is said of an entry whose confirmation is no longer new. */
const doubts: Partial<Record<Assurance, string>> = {
  due: 'check due',
  stale: 'stale',
  expired: 'expired',
  'in-the-future': 'date fault',
};
const worstFirst: readonly Assurance[] = ['in-the-future', 'expired', 'stale', 'due'];

/** Counts services, with the oldest day on which one of them was checked. */
function servicesWords(services: readonly Offered[]): string {
  const unconfirmed = services.filter((one) => !one['assured-on']).length;
  const [oldest] = services.flatMap((one) => one['assured-on'] ?? []).toSorted();
  const worst = worstFirst.find((state) => services.some(({ assurance }) => assurance === state));
  const parts = [
    counted(services.length, 'service'),
    oldest && `checked ${plainDate(oldest)}`,
    worst && doubts[worst],
    unconfirmed > 0 && (oldest ? `${unconfirmed} not confirmed` : 'not confirmed'),
  ];
  return parts.filter(Boolean).join(', ');
}

function serviceWords({ name, assurance, 'assured-on': day }: Offered): string {
  const doubt = doubts[assurance];
  if (!day) return `${name} (not confirmed)`;
  return `${name} (confirmed ${plainDate(day)}${doubt ? `, ${doubt}` : ''})`;
}

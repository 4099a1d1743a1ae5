import { intakeNames, type Referrals } from '$lib/core';
import { nearness, plainDate } from '$lib/shared/dates';
import { counted } from '$lib/shared/counts';

/** How a service stands to new people: "Waiting list, 6 weeks". */
export function intakeWords({ intake, weeks }: Referrals): string {
  const { words } = intakeNames[intake];
  return weeks === null ? words : `${words}, ${counted(weeks, 'week')}`;
}

/** Everything that was told of its referrals, and when: the fact that ages fastest. */
export function referralWords(referrals: Referrals, today: string): string {
  const { 'next-start': next, 'told-on': told, places } = referrals;
  return [
    intakeWords(referrals),
    places !== null && `${counted(places, 'place is', 'places are')} free`,
    next && `The next group or course begins on ${plainDate(next)}`,
    told ? `Told on ${plainDate(told)}, ${nearness(told, today)}` : 'No day is given',
  ]
    .filter(Boolean)
    .join('. ');
}

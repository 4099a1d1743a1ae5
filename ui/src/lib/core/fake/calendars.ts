// The calendars of courts and councils, kept in the page.
import type { Commands } from '../core';
import type { CalendarRow } from '../wire';
import { answer, refused } from './answer';
import { councils, courts } from './sources';

type Acts = Pick<Commands, 'keptCalendars' | 'keepCalendar'>;

/** What keeps them. */
export function calendarCommands(): Acts {
  let kept: readonly CalendarRow[] = [];
  return {
    keptCalendars: () => answer([...kept]),
    keepCalendar: (place, days) => {
      const known = [...courts, ...councils].find(({ id }) => id === place);
      if (!known) return refused('place');
      const others = kept.filter((one) => one.place !== place);
      const row = {
        place,
        name: known.name,
        days: days.toSorted((one, other) => one.day.localeCompare(other.day)),
      };
      kept = days.length > 0 ? [...others, row] : others;
      return answer([...kept]);
    },
  };
}

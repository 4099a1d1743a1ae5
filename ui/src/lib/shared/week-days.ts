/** The days as the core names them, Monday first. */
export const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export const wholeDay = 24 * 60;

/** The place of a day from Monday. */
export function placeOf(day: string): number {
  return days.findIndex((name) => name === day);
}

/** The name of the day at a place; the day after Sunday is Monday. */
export function dayName(place: number): string {
  return dayNames[((place % 7) + 7) % 7] ?? '';
}

/** Minutes since midnight of a time such as "19:30:00". */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How long something lasts; a time not after the beginning is on the next day. */
export function lengthOf({ from, until }: { from: string; until: string }): number {
  const minutes = minuteOf(until) - minuteOf(from);
  return minutes > 0 ? minutes : minutes + wholeDay;
}

/** Writes a minute of a day; the end of the day is 24:00. */
export function clock(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}

/** Writes a length of time: "1 hour 30 minutes". */
export function lengthWords(minutes: number): string {
  const part = (count: number, unit: string) =>
    count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  const words = [...part(Math.floor(minutes / 60), 'hour'), ...part(minutes % 60, 'minute')];
  return words.join(' ') || 'none';
}

/** Writes the times of something: "19:00 to 07:00 the next day". */
export function timesWords(times: { from: string; until: string }): string {
  const until = minuteOf(times.until);
  const [from, ends] = [clock(minuteOf(times.from)), clock(until)];
  if (until > minuteOf(times.from)) return `${from} to ${ends}`;
  return until === 0 ? `${from} to midnight` : `${from} to ${ends} the next day`;
}

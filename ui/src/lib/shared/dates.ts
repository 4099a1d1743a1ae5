// Civil dates as ISO text: read forgivingly, written as the house writes them.

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Gives the civil date in a time zone: today's, or that of another moment. */
export function todayIn(timeZone: string, moment = new Date()): string {
  // The parts are put together here: which locale writes an ISO date differs between webviews.
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Reads "27 3 2026", "27 March", "2026-03-27", "fri", "today", "+10d"; gives nothing if it cannot. */
export function readDate(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase().replace('−', '-');
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  if (text === 'yesterday') return addDays(today, -1);
  return (
    readShift(text, today) ?? readWeekday(text, today) ?? readIso(text) ?? readParts(text, today)
  );
}

function readShift(text: string, today: string): string | null {
  const found = /^([+-]\d{1,4})\s*(d|days?|w|weeks?)?$/.exec(text);
  if (!found) return null;
  const by = Number(found[1]);
  return addDays(today, found[2]?.startsWith('w') ? by * 7 : by);
}

function readWeekday(text: string, today: string): string | null {
  const wanted = text.length < 3 ? -1 : weekdays.findIndex((day) => day.startsWith(text));
  if (wanted < 0) return null;
  return addDays(today, ((wanted - noon(today).getUTCDay() + 6) % 7) + 1);
}

function readIso(text: string): string | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return found ? civil(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function readParts(text: string, today: string): string | null {
  const words = text
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .split(/[\s./,-]+/)
    .filter(Boolean);
  const parts = words.filter(
    (word) => !weekdays.some((day) => word.length > 2 && day.startsWith(word)),
  );
  const [day, month, year] = parts;
  if (!day || !month || parts.length > 3) return null;
  const named = months.findIndex((name) => month.length > 2 && name.startsWith(month)) + 1;
  const inYear = year === undefined ? Number(today.slice(0, 4)) : wholeYear(year);
  return civil(inYear, named > 0 ? named : Number(month), Number(day));
}

function wholeYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? 2000 + year - (year > 60 ? 100 : 0) : year;
}

function civil(year: number, month: number, day: number): string | null {
  if (![year, month, day].every(Number.isInteger) || year < 1800 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

/** Gives the date some days later. */
export function addDays(iso: string, days: number): string {
  const date = noon(iso);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Gives the days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}

/** Gives the whole years from one date to another, as an age is counted. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5, 10) < from.slice(5, 10) ? years - 1 : years;
}

/** Writes "Friday 27 March 2026". */
export function longDate(iso: string): string {
  return write(iso, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Writes "27 March 2026". */
export function plainDate(iso: string): string {
  return write(iso, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Writes "Fri 27 Mar 2026". */
export function shortDate(iso: string): string {
  return write(iso, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** Writes "Fri 27 Mar, 14:05" for a civil date and time. */
export function shortDateTime(iso: string): string {
  const day = write(iso.slice(0, 10), { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day}, ${iso.slice(11, 16)}`;
}

/** Writes an instant's time here, "10:42:07" or "10:42". */
export function clockTime(instant: string | Date, seconds = true): string {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return date.toLocaleTimeString('en-GB', seconds ? {} : { hour: '2-digit', minute: '2-digit' });
}

/** Says how near a day is: "today", "tomorrow", "in 3 days", "2 days ago". */
export function nearness(iso: string, today: string): string {
  const days = daysBetween(today, iso.slice(0, 10));
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function noon(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T12:00:00Z`);
}

function write(iso: string, manner: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat('en-GB', { ...manner, timeZone: 'UTC' }).formatToParts(
    noon(iso),
  );
  return parts
    .map(({ type, value }) =>
      type === 'month' && manner.month === 'short' ? value.slice(0, 3) : value,
    )
    .join('')
    .replace(/,/g, '');
}

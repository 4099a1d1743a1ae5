import { todayIn } from './dates';

/** Reads "10", "10:30", "1030", "9.45", "2pm", "noon", "midnight" as "HH:MM"; gives nothing if it cannot. */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === 'noon') return '12:00';
  if (text === 'midnight' || text === '24:00') return '00:00';
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(am|pm)?$/.exec(text);
  if (!found) return null;
  const [, hours = '', minutes = '00', half] = found;
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || (half && Number(hours) > 12)) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** Writes an instant as it was here: "Fri 20 Nov 2026, 10:42". */
export function instantWords(instant: string): string {
  const part = partsHere(instant);
  return `${part('weekday')} ${dayWords(part)}, ${part('hour')}:${part('minute')}`;
}

/** Writes the day of an instant as it was here: "20 Nov 2026". */
export function instantDay(instant: string): string {
  return dayWords(partsHere(instant));
}

/** Gives the civil date of an instant as it was here. */
export function dayHere(instant: string): string {
  return todayIn('Europe/London', new Date(instant));
}

type Part = (type: Intl.DateTimeFormatPartTypes) => string;

function dayWords(part: Part): string {
  return [part('day'), part('month').slice(0, 3), part('year')].join(' ');
}

function partsHere(instant: string): Part {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  }).formatToParts(new Date(instant));
  return (type) => parts.find((one) => one.type === type)?.value ?? '';
}

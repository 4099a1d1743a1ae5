/** Reads "10", "10:30", "1030", "9.45", "2pm", "noon" as "HH:MM"; gives nothing if it cannot. */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === 'noon') return '12:00';
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(am|pm)?$/.exec(text);
  if (!found) return null;
  const [, hours = '', minutes = '00', half] = found;
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || (half && Number(hours) > 12)) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** Writes an instant as it was here: "Fri 20 Nov 2026, 10:42". */
export function instantWords(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const day = [part('weekday'), part('day'), part('month').slice(0, 3), part('year')].join(' ');
  return `${day}, ${part('hour')}:${part('minute')}`;
}

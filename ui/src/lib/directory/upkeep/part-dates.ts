import { plainDate, readDate } from '$lib/shared/dates';

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

/**
 * Reads a date that may be only a year, or a month of a year, as sources give them: "2019",
 * "2019-03", "March 2019", "27 3 2019". A short one is never padded.
 */
export function readPartDate(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase();
  if (/^(19|20)\d{2}$/.test(text)) return text;
  const digits = /^((?:19|20)\d{2})-(\d{1,2})$/.exec(text);
  if (digits) return inMonth(digits[1], Number(digits[2]));
  const words = /^([a-z]{3,})\s+((?:19|20)\d{2})$/.exec(text);
  if (words) {
    return inMonth(words[2], months.findIndex((name) => name.startsWith(words[1] ?? ' ')) + 1);
  }
  return readDate(text, today);
}

function inMonth(year: string | undefined, month: number): string | null {
  return year && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}

/** Writes such a date: "2019", "March 2019", "27 March 2019". */
export function partDateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  if (day) return plainDate(date);
  const name = months[Number(month) - 1] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

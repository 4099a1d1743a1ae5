import type { Tone } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { daysBetween, nearness } from '$lib/shared/dates';

/** Says how near a meeting is: "Tomorrow", "In 4 days". */
export function nearWords(day: string, today: string): string {
  const words = nearness(day, today);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Says how a date stands to today, and how a tag shows it. */
export function dueWords(due: string | null, today: string): { words: string; tone: Tone } {
  if (!due) return { words: 'No date yet', tone: 'grey' };
  const days = daysBetween(today, due);
  if (days < 0) return { words: `Overdue ${counted(-days, 'day')}`, tone: 'red' };
  if (days === 0) return { words: 'Due today', tone: 'red' };
  if (days === 1) return { words: 'Due tomorrow', tone: 'amber' };
  return { words: `In ${days} days`, tone: days <= 5 ? 'amber' : 'grey' };
}

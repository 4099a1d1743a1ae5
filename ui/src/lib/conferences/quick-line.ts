import type { Attendee } from '$lib/core';
import { readDate } from '$lib/shared/dates';

/** An action as one line gives it. What the line does not say is blank or absent. */
export interface QuickAction {
  what: string;
  owner: string;
  due: string | null;
}

/** Whether a line asks for an action rather than a point of the discussion. */
export function asksForAction(line: string): boolean {
  return /^\s*\/a(\s|$)/i.test(line);
}

/** Reads "/a housing to confirm address @J Sample fri": what, by whom, by when. */
export function readAction(line: string, today: string, people: readonly Attendee[]): QuickAction {
  const words = line.replace(/^\s*\/a(?=\s|$)/i, '').trim();
  const found = /(^|\s)@/.exec(words);
  if (!found) return { ...apart(words, today), owner: '' };
  const before = words.slice(0, found.index);
  const after = apart(words.slice(found.index + found[0].length), today);
  const { what, due } = after.due ? { what: tidy(before), due: after.due } : apart(before, today);
  return { what, owner: whoIs(after.what, people), due };
}

/** Says what a line still lacks, or nothing. */
export function lacks({ what, owner, due }: QuickAction): string | null {
  const missing = [
    what === '' && 'what is to be done',
    owner === '' && 'by whom, after @',
    due === null && 'by when: fri, +10d or 27 3 2026',
  ].filter((words) => words !== false);
  return missing.length > 0 ? `Say ${missing.join('; and ')}` : null;
}

/** Takes the longest date from the end of some words. */
function apart(words: string, today: string): { what: string; due: string | null } {
  const tokens = words.split(/\s+/).filter(Boolean);
  for (const length of [4, 3, 2, 1]) {
    if (length > tokens.length) continue;
    const due = readDate(
      tokens
        .slice(-length)
        .join(' ')
        .replace(/[.,;]$/, ''),
      today,
    );
    if (due) return { what: tidy(tokens.slice(0, -length).join(' ')), due };
  }
  return { what: tidy(words), due: null };
}

function tidy(words: string): string {
  return words
    .trim()
    .replace(/[\s,;:–-]+$/, '')
    .replace(/\s+(by|on|before)$/i, '');
}

/** Gives the one person of the sederunt that the words name, with the agency; or the words. */
function whoIs(words: string, people: readonly Attendee[]): string {
  const wanted = names(words);
  const first = wanted[0] ?? '';
  const last = wanted.at(-1) ?? '';
  const found = people.filter(({ name }) => {
    const given = names(name);
    const surname = given.at(-1) ?? '';
    if (wanted.length === 1)
      return given.includes(first) || (first.length > 2 && surname.startsWith(first));
    return surname === last && (given[0] ?? '').charAt(0) === first.charAt(0);
  });
  const [only] = found;
  if (!only || found.length > 1 || first === '') return words;
  return [only.name, only.agency].filter(Boolean).join(', ');
}

function names(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[\s.,]+/)
    .filter(Boolean);
}

import type { Commitment, CommitmentKind, PartInWeek } from '$lib/core';
import { goesSomewhere, kinds } from './kinds';
import { days } from '$lib/shared/week-days';

/** A commitment as it is being written. */
export interface CommitmentDraft {
  kind: CommitmentKind;
  name: string;
  days: readonly string[];
  /** "HH:MM", or nothing. */
  from: string | null;
  until: string | null;
  /** Minutes, as typed. */
  travel: string;
  atHome: boolean;
}

/** What keeps a draft from being read, and the box that it is about. */
export interface DraftProblem {
  field: 'kind' | 'days' | 'from' | 'until' | 'travel';
  says: string;
}

const mostTravel = 12 * 60;

/** A new draft, of the kind that a part of the proposal takes. */
export const emptyDraft = (begun?: PartInWeek): CommitmentDraft => ({
  kind: begun?.kinds[0] ?? 'stay-in',
  name: begun?.name ?? '',
  days: [],
  from: null,
  until: null,
  travel: '',
  atHome: false,
});

/** Makes a draft of a commitment that is to be changed. */
export function draftOf(commitment: Commitment): CommitmentDraft {
  const { kind, name, from, until, travel, 'at-home': atHome } = commitment;
  return {
    kind,
    name,
    days: commitment.days,
    from: from.slice(0, 5),
    until: until.slice(0, 5),
    travel: travel === 0 ? '' : String(travel),
    atHome,
  };
}

/** Reads "30", "30 min", "1h", "1 h 15" or "1:15" as minutes; nothing if it cannot. */
export function readMinutes(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return 0;
  const minutes = /^(\d{1,3})\s*(?:m|min|mins|minutes?)?$/.exec(text);
  if (minutes) return Number(minutes[1]);
  const found =
    /^(\d{1,2})\s*(?:h|hrs?|hours?|:)\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?)?$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2] ?? 0) : null;
}

/** Gives the commitment, or everything that keeps the draft from being one. */
export function readCommitment(draft: CommitmentDraft): Commitment | DraftProblem[] {
  const { kind, from, until } = draft;
  const goes = goesSomewhere(kind);
  const travel = goes && !draft.atHome ? readMinutes(draft.travel) : 0;
  const problems: DraftProblem[] = [];
  const chosen = days.filter((day) => draft.days.includes(day));
  if (chosen.length === 0) problems.push({ field: 'days', says: 'Choose at least one day' });
  if (from === null) problems.push({ field: 'from', says: 'Enter the time when it begins' });
  if (until === null) problems.push({ field: 'until', says: 'Enter the time when it ends' });
  if (travel === null || travel > mostTravel)
    problems.push({
      field: 'travel',
      says: 'Enter the travel in minutes, such as 30, at most 720',
    });
  if (problems.length > 0 || from === null || until === null || travel === null) return problems;
  return {
    kind,
    name: draft.name.trim() || kinds[kind].name,
    days: chosen,
    from: `${from}:00`,
    until: `${until}:00`,
    travel,
    'at-home': goes && draft.atHome,
  };
}

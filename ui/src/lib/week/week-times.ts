import type { Commitment } from '$lib/core';
import { lengthOf, minuteOf, placeOf, wholeDay } from '$lib/shared/week-days';
import { goesSomewhere } from './kinds';

const wholeWeek = 7 * wholeDay;

/** Minutes of travel before and again after, where any are taken. */
export function travelOf({ kind, travel, 'at-home': atHome }: Commitment): number {
  return goesSomewhere(kind) && !atHome ? travel : 0;
}

/** The part of one coming round of a commitment that lies on one day. */
export interface Piece {
  /** The commitment's place in the week. */
  index: number;
  /** The day it lies on, from Monday. */
  day: number;
  /** The day on which it began. */
  began: number;
  /** Its minutes of the day, travel and all. */
  from: number;
  until: number;
  /** The minutes without travel: empty where only travel lies on this day. */
  core: { from: number; until: number };
}

/** Cuts a commitment into the pieces that the days of the week show. */
export function piecesOf(commitment: Commitment, index: number): Piece[] {
  const travel = travelOf(commitment);
  return [...new Set(commitment.days)].flatMap((name) => {
    const began = placeOf(name);
    const core = began * wholeDay + minuteOf(commitment.from);
    const ends = core + lengthOf(commitment);
    return cut(core - travel, ends + travel).map(({ midnight, ...part }) => {
      const within = (minute: number) =>
        Math.min(Math.max(minute - midnight, part.from), part.until);
      return { index, began, ...part, core: { from: within(core), until: within(ends) } };
    });
  });
}

/** Cuts minutes of the week at midnight. The week comes round: before Monday is Sunday. */
export function cut(from: number, until: number) {
  const parts: { midnight: number; day: number; from: number; until: number }[] = [];
  const most = Math.min(until, from + wholeWeek);
  for (let at = from; at < most;) {
    const midnight = Math.floor(at / wholeDay) * wholeDay;
    const end = Math.min(most, midnight + wholeDay);
    const day = (((midnight / wholeDay) % 7) + 7) % 7;
    parts.push({ midnight, day, from: at - midnight, until: end - midnight });
    at = end;
  }
  return parts;
}

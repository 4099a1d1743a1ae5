import type { Commitment } from '$lib/core';
import { goesSomewhere } from './kinds';

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
const wholeWeek = 7 * wholeDay;

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

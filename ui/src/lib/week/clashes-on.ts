import type { ClashGroup } from '$lib/shared/clash-groups';
import { lengthOf, minuteOf, wholeDay } from '$lib/shared/week-days';
import { cut, type Piece } from './week-times';

/** The part of a clash that lies on a piece, in minutes of its day. */
export interface ClashPart {
  group: ClashGroup;
  from: number;
  until: number;
}

/** The parts of the clashes of a commitment that lie on one of its pieces. */
export function clashesOn(piece: Piece, groups: readonly ClashGroup[]): ClashPart[] {
  return groups
    .filter(({ between }) => between.includes(piece.index))
    .flatMap((group) => partsOn(piece, group));
}

function partsOn(piece: Piece, group: ClashGroup): ClashPart[] {
  const length = lengthOf(group);
  return group.days
    .flatMap((day) => {
      const from = day * wholeDay + minuteOf(group.from);
      return cut(from, from + length);
    })
    .filter(({ day }) => day === piece.day)
    .map(({ from, until }) => ({
      group,
      from: Math.max(from, piece.from),
      until: Math.min(until, piece.until),
    }))
    .filter(({ from, until }) => from < until);
}

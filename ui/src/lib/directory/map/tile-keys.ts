import type { Tile } from '$lib/core';

type Placed = Pick<Tile, 'council' | 'column' | 'row'>;

/**
 * Gives the square that an arrow, Home or End leads to from another. Empty squares are passed over:
 * where nothing lies straight on, the nearest in that direction is taken, so that every square can
 * be reached.
 */
export function tileTo<T extends Placed>(
  key: string,
  from: Placed,
  tiles: readonly T[],
): T | undefined {
  if (key === 'Home') return tiles[0];
  if (key === 'End') return tiles.at(-1);
  const way = ways.get(key);
  if (!way) return undefined;
  const [across, down] = way;
  const along = (tile: Placed) =>
    (tile.column - from.column) * across + (tile.row - from.row) * down;
  const aside = (tile: Placed) =>
    Math.abs(across === 0 ? tile.column - from.column : tile.row - from.row);
  return tiles
    .filter((tile) => along(tile) > 0)
    .toSorted(
      (one, other) =>
        Number(aside(one) > 0) - Number(aside(other) > 0) ||
        along(one) + 2 * aside(one) - along(other) - 2 * aside(other),
    )[0];
}

const ways = new Map<string, readonly [across: number, down: number]>([
  ['ArrowRight', [1, 0]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowDown', [0, 1]],
  ['ArrowUp', [0, -1]],
]);

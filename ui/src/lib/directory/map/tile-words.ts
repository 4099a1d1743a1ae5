import { coverNames, type Tile } from '$lib/core';
import { counted } from '$lib/shared/counts';

/** What lies behind the number of a square: "4 services (3 taking referrals, 1 with a waiting list)". */
export function tileWords(tile: Tile): string {
  const { local, taking, waiting, national, gaps, 'not-checked': unchecked } = tile;
  const inside = [
    taking > 0 && `${taking} taking referrals`,
    waiting > 0 && `${waiting} with a waiting list`,
    unchecked > 0 && `${unchecked} not confirmed lately`,
  ].filter(Boolean);
  const services = counted(local, 'local service');
  return [
    inside.length > 0 ? `${services} (${inside.join(', ')})` : services,
    national > 0 && `${counted(national, 'national programme')} to ask about`,
    gaps > 0 && `${counted(gaps, 'gap')} noted`,
  ]
    .filter(Boolean)
    .join('. ');
}

/** A square in words, as a screen reader says it: first what is seen in it. */
export function tileName(tile: Tile): string {
  const { letters, local, name, cover } = tile;
  return `${letters} ${local}, ${name}: ${coverNames[cover].words.toLowerCase()}. ${tileWords(tile)}`;
}

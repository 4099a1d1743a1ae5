/** What became of putting two people's changes together. */
export interface Merged<T, K extends keyof T> {
  /** Theirs, with every part that only we changed; where both changed, ours. */
  merged: T;
  /** The parts that both changed, each in another way. */
  both: K[];
}

/** Puts our changes and theirs together, part by part, from what both began with. */
export function threeWay<T extends object, K extends keyof T>(
  parts: readonly K[],
  base: T,
  ours: T,
  theirs: T,
): Merged<T, K> {
  const merged: T = { ...theirs };
  const both: K[] = [];
  for (const part of parts) {
    if (same(ours[part], base[part])) continue;
    merged[part] = ours[part];
    if (!same(theirs[part], base[part]) && !same(ours[part], theirs[part])) both.push(part);
  }
  return { merged, both };
}

/** Whether two values of the wire say the same. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => same(value, other[at]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

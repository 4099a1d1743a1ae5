// Lists that never change in place: each function gives a new one.

/** Gives the list with one member moved. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = without(list, from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** Gives the list with the member that stood at a place before. */
export function putBack<T>(list: readonly T[], before: readonly T[], at: number): T[] {
  return [...list.slice(0, at), ...before.slice(at, at + 1), ...list.slice(at)];
}

/** Gives the list without the member at a place. */
export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, place) => place !== at);
}

/** Gives the list with some properties of one member changed. */
export function changedAt<T extends object>(list: readonly T[], at: number, part: Partial<T>): T[] {
  return list.map((member, place) => (place === at ? { ...member, ...part } : member));
}

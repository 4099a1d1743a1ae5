/** Something with a beginning and an end on one day. */
export interface Span {
  from: number;
  until: number;
}

/** A span with its place beside those that stand at the same time. */
export type Laned<T extends Span> = T & { lane: number; lanes: number };

/**
 * Puts what stands at the same time side by side. What touches does not stand beside; what meets
 * anything of a group shares the width of the whole group.
 */
export function inLanes<T extends Span>(spans: readonly T[]): Laned<T>[] {
  const ordered = [...spans].sort((one, other) => one.from - other.from || other.until - one.until);
  const placed: Laned<T>[] = [];
  let group: { span: T; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { span, lane } of group) placed.push({ ...span, lane, lanes: ends.length });
    group = [];
    ends = [];
  };
  for (const span of ordered) {
    if (ends.every((end) => end <= span.from)) close();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.until;
    group.push({ span, lane });
  }
  close();
  return placed;
}

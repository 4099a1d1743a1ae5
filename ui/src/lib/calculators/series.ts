import type { Fact, FactId } from '$lib/core';

/**
 * Gives the inputs to show: of a numbered series, such as `…-fine-1` to `…-fine-6`, those that are
 * entered and one more. What is asked for by name is shown in any case.
 */
export function shownInputs(
  inputs: readonly Fact[],
  isEntered: (id: FactId) => boolean,
  asked: readonly FactId[],
): Fact[] {
  const last = new Map<string, number>();
  for (const { id } of inputs) {
    const { series, number } = placeOf(id);
    if (isEntered(id)) last.set(series, Math.max(number, last.get(series) ?? 0));
  }
  return inputs.filter(({ id }) => {
    const { series, number } = placeOf(id);
    return number <= (last.get(series) ?? 0) + 1 || asked.includes(id);
  });
}

/** An input that stands in no series is the first of its own. */
function placeOf(id: FactId): { series: string; number: number } {
  const found = /^(.+)-(\d+)$/.exec(id);
  return found ? { series: found[1] ?? id, number: Number(found[2]) } : { series: id, number: 1 };
}

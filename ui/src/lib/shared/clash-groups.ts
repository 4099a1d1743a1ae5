import { dayName, placeOf, timesWords } from './week-days';

/** Two things of a week that cannot stand together, on one day. */
export interface Clashing {
  between: readonly number[];
  day: string;
  from: string;
  until: string;
  says: string;
  rule: string | null;
  authority: string | null;
}

/** The same clash on each of its days. */
export interface ClashGroup {
  /** Its number, which marks it in the week. */
  number: number;
  /** "Monday to Friday, 06:30 to 07:00". */
  when: string;
  says: string;
  /** What the law asks, and the provision that asks it. */
  rule: string | null;
  authority: string | null;
  /** The places in the week of the commitments concerned. */
  between: readonly number[];
  /** Its days, from Monday. */
  days: readonly number[];
  from: string;
  until: string;
}

/** Puts clashes that differ only by the day together, in the order in which they first come. */
export function clashGroups(clashes: readonly Clashing[]): ClashGroup[] {
  const groups = new Map<string, Clashing[]>();
  for (const clash of clashes) {
    const same = JSON.stringify([clash.between, clash.from, clash.until, clash.says]);
    groups.set(same, [...(groups.get(same) ?? []), clash]);
  }
  return [...groups.values()].flatMap((same, at) => {
    const [first] = same;
    if (!first) return [];
    const days = [...new Set(same.map(({ day }) => placeOf(day)))].sort((a, b) => a - b);
    const { between, from, until, says, rule, authority } = first;
    const when = `${daysWords(days)}, ${timesWords(first)}`;
    return [{ number: at + 1, when, says, rule, authority, between, days, from, until }];
  });
}

/** Names days: "Monday to Friday", "Monday, Wednesday and Sunday", "Every day". */
export function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'Every day';
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  if (days.length > 2 && last - first === days.length - 1)
    return `${dayName(first)} to ${dayName(last)}`;
  const names = days.map(dayName);
  const end = names.pop() ?? '';
  return names.length === 0 ? end : `${names.join(', ')} and ${end}`;
}

/** What the law asks, once, with the numbers of the clashes of which it asks it. */
export interface Asked {
  rule: string;
  authority: string | null;
  numbers: readonly number[];
}

/** Gives what the law asks of the clashes, each thing once. */
export function askedOf(groups: readonly ClashGroup[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { number, rule, authority } of groups) {
    if (rule === null) continue;
    const before = asked.get(rule)?.numbers ?? [];
    asked.set(rule, { rule, authority, numbers: [...before, number] });
  }
  return [...asked.values()];
}

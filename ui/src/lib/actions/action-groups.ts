import type { ActionRow } from '$lib/core';
import { daysBetween } from '$lib/shared/dates';

/** Actions that are due at about the same time. */
export interface ActionGroup {
  id: 'overdue' | 'soon' | 'later';
  title: string;
  rows: ActionRow[];
}

/** Parts open actions into overdue, due within a week, and later; each keeps its order. */
export function actionGroups(rows: readonly ActionRow[], today: string): ActionGroup[] {
  const within = (from: number, to: number) =>
    rows.filter(({ due }) => {
      const days = daysBetween(today, due);
      return days >= from && days <= to;
    });
  const groups: ActionGroup[] = [
    { id: 'overdue', title: 'Overdue', rows: within(-Infinity, -1) },
    { id: 'soon', title: 'Due within 7 days', rows: within(0, 7) },
    { id: 'later', title: 'Later', rows: within(8, Infinity) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** Whether an action falls to somebody: the owner's words begin with, or hold, the name. */
export function isFor({ owner }: ActionRow, name: string): boolean {
  return name !== '' && owner.toLowerCase().includes(name.toLowerCase());
}

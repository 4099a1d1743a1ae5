import type { ChangedEntry, Changes } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { href } from '$lib/shared/router.svelte';

/** A list of the page: the entries of one menu, or of the directory. */
export interface ChangeGroup {
  id: 'bail' | 'disposals' | 'directory';
  title: string;
  entries: readonly ChangedEntry[];
}

const groups = [
  { id: 'bail', title: 'Bail options', one: 'bail option', many: 'bail options' },
  { id: 'disposals', title: 'Disposals', one: 'disposal', many: 'disposals' },
  { id: 'directory', title: 'Directory', one: 'service', many: 'services' },
] as const;

/** Parts the entries by the place they stand in; a place where nothing changed is left out. */
export function changeGroups(entries: readonly ChangedEntry[]): ChangeGroup[] {
  return groups
    .map(({ id, title }) => ({
      id,
      title,
      entries: entries.filter(({ menu }) => (menu ?? 'directory') === id),
    }))
    .filter((group) => group.entries.length > 0);
}

/** Says how much changed: "2 bail options and 5 services changed since you last looked". */
export function changedWords({ entries }: Changes): string {
  const counts = changeGroups(entries).map(({ id, entries: { length } }) => {
    const words = groups.find((group) => group.id === id);
    return counted(length, words?.one ?? '', words?.many);
  });
  if (counts.length === 0) return 'Nothing changed since you last looked';
  const last = counts.pop() ?? '';
  const all = counts.length > 0 ? `${counts.join(', ')} and ${last}` : last;
  return `${all} changed since you last looked`;
}

/** Says how many reports that are being written name a changed option; nothing where none does. */
export function touchedWords({ drafts }: Changes): string {
  if (drafts.length === 0) return '';
  const many = drafts.length > 1;
  return `${counted(drafts.length, 'report')} you are writing ${many ? 'name' : 'names'} one of them`;
}

/** Where an entry is read; one that was taken out is read nowhere. */
export function entryAddress({ id, menu, became }: ChangedEntry): string | null {
  if (became === 'removed') return null;
  return menu ? href(menu, { id }) : href(`directory/${id}`);
}

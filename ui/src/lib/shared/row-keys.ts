import { preferences } from './preferences.svelte';

/** What single letters do inside a list, by capital letter. */
export type Letters = Record<string, (row: HTMLElement) => void>;

const itself = (target: HTMLElement) => ('row' in target.dataset ? target : null);

/**
 * Makes the links or buttons marked `data-row` inside an element one list: the arrows, Home and End
 * move between them. Single letters act only here, and not where they are switched off. `rowOf`
 * says whose key it was, where a row holds more than its link.
 */
export function rowKeys(
  letters: Letters = {},
  rowOf: (target: HTMLElement) => HTMLElement | null = itself,
) {
  return (list: HTMLElement) => {
    const press = (event: KeyboardEvent) => {
      const target = event.target;
      if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey)
        return;
      const row = rowOf(target);
      if (!row) return;
      const letter = preferences.singleKeys ? letters[event.key.toUpperCase()] : undefined;
      const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.indexOf(row);
      const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
      const to = Object.entries(wanted).find(([key]) => key === event.key)?.[1];
      if (letter && event.key.length === 1) letter(row);
      else if (to !== undefined) rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
      else return;
      event.preventDefault();
    };
    list.addEventListener('keydown', press);
    return () => {
      list.removeEventListener('keydown', press);
    };
  };
}

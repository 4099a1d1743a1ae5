import type { ServiceId } from '$lib/core';
import { rowKeys } from '$lib/shared/row-keys';

interface Acts {
  mark: (id: ServiceId) => void;
  confirm: (id: ServiceId) => void;
  /** A row was reached: its boxes and buttons are the ones that Tab leads to. */
  onreach: (id: ServiceId) => void;
}

/** The keys of the work list: the arrows move, Enter opens, Space marks, C confirms. */
export function workKeys({ mark, confirm, onreach }: Acts) {
  const idOf = (target: EventTarget | null) =>
    target instanceof HTMLElement && 'row' in target.dataset ? target.dataset.entry : undefined;
  const letters = rowKeys({
    C: (row) => {
      const id = idOf(row);
      if (id) confirm(id);
    },
  });
  return (list: HTMLElement) => {
    const press = (event: KeyboardEvent) => {
      const id = idOf(event.target);
      if (event.key !== ' ' || !id) return;
      event.preventDefault();
      mark(id);
    };
    const reach = (event: FocusEvent) => {
      const row = event.target instanceof HTMLElement ? event.target.closest('li') : null;
      const id = row?.querySelector<HTMLElement>('[data-entry]')?.dataset.entry;
      if (id) onreach(id);
    };
    const stop = letters(list);
    list.addEventListener('keydown', press);
    list.addEventListener('focusin', reach);
    return () => {
      stop();
      list.removeEventListener('keydown', press);
      list.removeEventListener('focusin', reach);
    };
  };
}

import type { ServiceId } from '$lib/core';
import { rowKeys } from '$lib/shared/row-keys';

interface Acts {
  mark: (id: ServiceId) => void;
  confirm: (id: ServiceId) => void;
  /** A row was reached: its boxes and buttons are the ones that Tab leads to. */
  onreach: (id: ServiceId) => void;
}

/** The link of the row that holds an element, which may be the link itself. */
export const rowOf = (element: Element | null) =>
  element?.closest('li')?.querySelector<HTMLElement>('[data-entry]') ?? null;

/** The keys of the work list: the arrows move, Enter opens, Space marks, C confirms. */
export function workKeys({ mark, confirm, onreach }: Acts) {
  const idOf = (target: EventTarget | null) =>
    target instanceof HTMLElement && 'row' in target.dataset ? target.dataset.entry : undefined;
  const letters = rowKeys(
    {
      C: (row) => {
        const id = idOf(row);
        if (id) confirm(id);
      },
    },
    rowOf,
  );
  return (list: HTMLElement) => {
    const press = (event: KeyboardEvent) => {
      const id = idOf(event.target);
      if (event.key !== ' ' || !id) return;
      event.preventDefault();
      mark(id);
    };
    const reach = (event: FocusEvent) => {
      const id = event.target instanceof Element ? rowOf(event.target)?.dataset.entry : null;
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

import { preferences } from '$lib/shared/preferences.svelte';

/** What keys do on a block of the week. */
export interface BlockActs {
  onadd: () => void;
  onremove: (index: number) => void;
  /** Shows the week the other way: as a grid or as a list. */
  ontwin: () => void;
}

/**
 * Moves between the blocks inside an element, which say their day and minute: up and down in the
 * order of the week, left and right to the nearest in time on another day. N adds, Delete removes
 * and T shows the week the other way; letters act only here, and not where they are switched off.
 */
export function blockKeys(acts: () => BlockActs) {
  return (root: HTMLElement) => {
    const press = (event: KeyboardEvent) => {
      const block = event.target;
      if (!(block instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
      if (block.dataset.block === undefined) return;
      const blocks = [...root.querySelectorAll<HTMLElement>('[data-block]')];
      const to = moved(event.key, block, blocks);
      const letter = preferences.singleKeys ? event.key.toUpperCase() : '';
      if (to) to.focus();
      else if (event.key === 'Delete') acts().onremove(Number(block.dataset.block));
      else if (letter === 'N') acts().onadd();
      else if (letter === 'T') acts().ontwin();
      else return;
      event.preventDefault();
    };
    root.addEventListener('keydown', press);
    return () => {
      root.removeEventListener('keydown', press);
    };
  };
}

function moved(
  key: string,
  block: HTMLElement,
  blocks: readonly HTMLElement[],
): HTMLElement | undefined {
  const at = blocks.indexOf(block);
  const last = blocks.length - 1;
  switch (key) {
    case 'ArrowDown':
      return blocks[Math.min(at + 1, last)];
    case 'ArrowUp':
      return blocks[Math.max(at - 1, 0)];
    case 'Home':
      return blocks[0];
    case 'End':
      return blocks[last];
    case 'ArrowRight':
      return sideways(block, blocks, 1) ?? block;
    case 'ArrowLeft':
      return sideways(block, blocks, -1) ?? block;
    default:
      return undefined;
  }
}

/** The block nearest in time on the next day that has one, going one way. */
function sideways(block: HTMLElement, blocks: readonly HTMLElement[], way: 1 | -1) {
  const day = (one: HTMLElement) => Number(one.dataset.day);
  const apart = (one: HTMLElement) =>
    Math.abs(Number(one.dataset.from) - Number(block.dataset.from));
  const that = blocks.filter((one) => (day(one) - day(block)) * way > 0);
  const near = Math.min(...that.map((one) => Math.abs(day(one) - day(block))));
  return that
    .filter((one) => Math.abs(day(one) - day(block)) === near)
    .sort((one, other) => apart(one) - apart(other))[0];
}

import { tick } from 'svelte';

/** What stands beside the list: the details of an option, or what one fills in. */
export type Beside = 'option' | 'facts' | 'proposal';

/** What stands beside the list, and where the focus was before it was called for. */
export class Side {
  shown = $state<Beside>('option');
  #cameFrom: Element | null = null;

  /** Shows one of them, keeping where the focus was before any but the details stood there. */
  async open(beside: Beside): Promise<void> {
    if (this.shown === 'option') this.#cameFrom = document.activeElement;
    this.shown = beside;
    await tick();
  }

  /** Goes back to the details, and gives whether the focus could be put back where it was. */
  async close(): Promise<boolean> {
    const from = this.#cameFrom;
    this.shown = 'option';
    this.#cameFrom = null;
    await tick();
    if (!(from instanceof HTMLElement) || !from.isConnected) return false;
    from.focus();
    return true;
  }
}

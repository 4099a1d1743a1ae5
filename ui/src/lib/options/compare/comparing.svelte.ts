import { tick } from 'svelte';
import { core, faultOf, type Fault, type Menu, type OptionId, type OptionPage } from '$lib/core';
import { live } from '$lib/shared/live.svelte';

/** How many options stand side by side at most. */
const most = 4;

export const fullWords =
  'Four options are marked, the most that stand side by side. Take a mark away first.';

/** The options of a menu that are marked to be compared, in the order in which they were marked. */
export class Comparing {
  readonly menu: Menu;
  marked = $state.raw<readonly OptionId[]>([]);
  /** Whether they are shown side by side. */
  shown = $state(false);
  pages = $state.raw<readonly OptionPage[]>([]);
  fault = $state.raw<Fault | null>(null);
  /** Whether the last mark was refused, because as many are marked as can stand side by side. */
  full = $state(false);
  #turn = 0;
  #cameFrom: Element | null = null;

  constructor(menu: Menu) {
    this.menu = menu;
  }

  includes(id: OptionId): boolean {
    return this.marked.includes(id);
  }

  /** Marks an option, or takes its mark away, and says so. */
  flip(id: OptionId, name: string): void {
    this.full = !this.includes(id) && this.marked.length >= most;
    if (this.includes(id)) {
      this.marked = this.marked.filter((other) => other !== id);
      live.say(`${name} is no longer marked. ${this.#count()}`);
    } else if (this.full) {
      live.say(fullWords);
    } else {
      this.marked = [...this.marked, id];
      live.say(`${name} is marked to compare. ${this.#count()}`);
    }
  }

  /** Shows them side by side, keeping where the focus was. */
  async open(): Promise<void> {
    if (!this.shown) this.#cameFrom = document.activeElement;
    this.shown = true;
    await tick();
  }

  /** Goes back to where it was called from. */
  async close(): Promise<void> {
    const from = this.#cameFrom;
    this.shown = false;
    await tick();
    if (from instanceof HTMLElement && from.isConnected) from.focus();
  }

  /** Reads the entries of the marked options. What a later reading has overtaken is dropped. */
  async read(asAt: string, council: string | null): Promise<void> {
    const turn = ++this.#turn;
    try {
      const pages = await Promise.all(
        this.marked.map((id) => core.optionPage(this.menu, id, asAt, council)),
      );
      if (turn !== this.#turn) return;
      this.pages = pages;
      this.fault = null;
    } catch (caught) {
      if (turn === this.#turn) this.fault = faultOf(caught);
    }
  }

  #count(): string {
    return `${this.marked.length} marked.`;
  }
}

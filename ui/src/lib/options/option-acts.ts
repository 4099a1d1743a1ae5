import { core, faultOf, program, type Preview } from '$lib/core';
import { copyText } from '$lib/shared/clipboard';
import { live } from '$lib/shared/live.svelte';
import type { LookUp } from './look-up.svelte';

/** What is done with the option that is shown: copied or printed. */
export class OptionActs {
  readonly #lookUp: LookUp;
  readonly #onpreview: (preview: Preview) => void;

  constructor(lookUp: LookUp, onpreview: (preview: Preview) => void) {
    this.#lookUp = lookUp;
    this.#onpreview = onpreview;
  }

  readonly copied = (): void => {
    live.note('Wording copied');
  };

  readonly copy = (): void => {
    const { page } = this.#lookUp.search;
    if (!page) return;
    copyText(page.wording);
    this.copied();
  };

  readonly copyReasons = (): void => {
    const { chosen } = this.#lookUp.search;
    const reasons = chosen && this.#lookUp.reasons(chosen);
    if (reasons) copyText(reasons);
    if (reasons) live.note('Reasons copied');
    else live.say('Record facts of the case first: then there are reasons');
  };

  readonly printCard = (): void => {
    const { menu, search } = this.#lookUp;
    const { chosen: option, council } = search;
    if (!option) return;
    const facts = this.#facts();
    void this.#show(core.printCard({ menu, option, facts, 'as-at': program.asAt, council }));
  };

  /** Prints the list, for the bench of a court where one is named. */
  readonly printList = (court: string | null): void => {
    const { asked } = this.#lookUp;
    void this.#show(core.printMenu({ search: asked, facts: this.#facts(), court }));
  };

  #facts() {
    const { facts } = this.#lookUp;
    return facts.any ? facts.recorded : null;
  }

  async #show(document: Promise<Preview>): Promise<void> {
    try {
      this.#onpreview(await document);
    } catch (caught) {
      this.#lookUp.search.fault = faultOf(caught);
    }
  }
}

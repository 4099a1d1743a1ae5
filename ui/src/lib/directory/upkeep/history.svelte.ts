import { faultOf, type Fault, type HistoryLine } from '$lib/core';

/** What was done to an entry or an organisation. Of two answers the one asked for last stands. */
export class History {
  lines = $state.raw<readonly HistoryLine[] | null>(null);
  fault = $state.raw<Fault | null>(null);
  #asked = 0;

  async read(ask: () => Promise<readonly HistoryLine[]>): Promise<void> {
    const asked = ++this.#asked;
    try {
      const lines = await ask();
      if (asked !== this.#asked) return;
      this.lines = lines;
      this.fault = null;
    } catch (caught) {
      if (asked === this.#asked) this.fault = faultOf(caught);
    }
  }
}

import { core, type Council, type Court, type Prison } from '$lib/core';

/** The councils, courts and prisons, fetched once: they change only with the edition. */
class KnownPlaces {
  councils = $state.raw<readonly Council[]>([]);
  courts = $state.raw<readonly Court[]>([]);
  prisons = $state.raw<readonly Prison[]>([]);

  constructor() {
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      const { councils, courts, prisons } = await core.places();
      const byName = (a: { name: string }, b: { name: string }) =>
        a.name.localeCompare(b.name, 'en-GB');
      this.councils = councils.toSorted(byName);
      this.courts = courts.filter(({ state }) => state === 'open').toSorted(byName);
      this.prisons = prisons.filter(({ state }) => state === 'open').toSorted(byName);
    } catch {
      // The screens say what stopped; a list to choose from is simply not offered.
    }
  }
}

export const places = new KnownPlaces();

import type { DirectorySearch } from '$lib/core';

/** What the directory was asked last, so that what it left can be written out. */
class LastSearch {
  search = $state.raw<DirectorySearch | null>(null);
  /** How many entries it left. */
  matched = $state(0);

  note(search: DirectorySearch, matched: number): void {
    this.search = search;
    this.matched = matched;
  }
}

export const lastSearch = new LastSearch();

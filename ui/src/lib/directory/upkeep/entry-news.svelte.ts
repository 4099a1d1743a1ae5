import type { ServicePage } from '$lib/core';

/**
 * The page of an entry as it became away from its screen: by an undo that was offered on another.
 * The screen that shows the entry takes it from here.
 */
class EntryNews {
  latest = $state.raw<ServicePage | null>(null);
}

export const entryNews = new EntryNews();

import type { Preview } from '$lib/core';
import { live } from '$lib/shared/live.svelte';

/** Opens a document that the core has made. */
export function openPreview(preview: Preview): void {
  live.say(`${preview.title}: ${preview.pages} pages`);
}

import type { Preview } from '$lib/core';
import { mount, unmount } from 'svelte';
import PreviewWindow from './PreviewWindow.svelte';

let shut: (() => void) | null = null;

/** Opens a document that the core has made, over the whole window. Esc returns to the same place. */
export function openPreview(preview: Preview): void {
  shut?.();
  const before = document.activeElement;
  const shown = mount(PreviewWindow, {
    target: document.body,
    props: { preview, onclose: () => shut?.() },
  });
  shut = () => {
    shut = null;
    void unmount(shown);
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}

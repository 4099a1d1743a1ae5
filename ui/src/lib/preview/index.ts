import { core, type Issued, type Preview } from '$lib/core';
import { instantDay } from '$lib/shared/times';
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

/** Opens a report as it was issued, under its own name and the day it was issued. */
export async function openIssued(name: string, { id, at }: Issued): Promise<void> {
  const preview = await core.previewIssued(id);
  openPreview({ ...preview, title: `${name}, issued ${instantDay(at)}` });
}

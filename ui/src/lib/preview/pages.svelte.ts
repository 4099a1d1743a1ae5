import { core, faultOf } from '$lib/core';
import type { Fault, PagePicture, Preview } from '$lib/core';
import { SvelteMap } from 'svelte/reactivity';

/** What is known of one page. */
export interface Sheet {
  /** The address of its picture in this window's memory. */
  picture: string | null;
  /** Its words in reading order. */
  words: string | null;
  fault: Fault | null;
}

const unknown: Sheet = { picture: null, words: null, fault: null };

/** The pages of a document: fetched as they come into view, one at a time, and dropped on leaving. */
export class Pages {
  readonly preview: Preview;
  #sheets = new SvelteMap<number, Sheet>();
  #widths = new Map<number, number>();
  #wanted = new Map<number, number>();
  #fetching = false;
  #left = false;

  constructor(preview: Preview) {
    this.preview = preview;
  }

  sheet(page: number): Sheet {
    return this.#sheets.get(page) ?? unknown;
  }

  /** Asks for a page's picture, at least so many pixels wide. The newest asked is fetched first. */
  want(page: number, width: number): void {
    if (page < 1 || page > this.preview.pages || (this.#widths.get(page) ?? 0) >= width) return;
    this.#wanted.delete(page);
    this.#wanted.set(page, width);
    void this.#fetch();
  }

  /** Tries again what could not be shown. */
  again(page: number, width: number): void {
    this.#widths.delete(page);
    this.want(page, width);
  }

  leave(): void {
    this.#left = true;
    for (const { picture } of this.#sheets.values()) if (picture) URL.revokeObjectURL(picture);
    this.#sheets.clear();
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    let next: [page: number, width: number] | undefined;
    while ((next = [...this.#wanted].at(-1)) && !this.#left) {
      const [page, width] = next;
      this.#wanted.delete(page);
      this.#widths.set(page, width);
      try {
        this.#keep(page, await core.previewPage(this.preview.token, page, width));
      } catch (caught) {
        this.#sheets.set(page, { ...this.sheet(page), fault: faultOf(caught) });
      }
    }
    this.#fetching = false;
  }

  #keep(page: number, { png, words }: PagePicture): void {
    if (this.#left) return;
    const before = this.sheet(page).picture;
    this.#sheets.set(page, { picture: addressOf(png), words, fault: null });
    if (before) URL.revokeObjectURL(before);
  }
}

function addressOf(png: string): string {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
}

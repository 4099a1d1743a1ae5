import { live } from './live.svelte';

/** What was done, and what takes it back. */
interface Offer {
  words: string;
  back: () => void;
}

const lasts = 30_000;

/** The last thing that can be taken back: for thirty seconds, or for as long as it is attended to. */
class Undo {
  offer = $state.raw<Offer | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Offers to take back what was just done, and says so. */
  give(words: string, back: () => void): void {
    this.offer = { words, back };
    live.say(`${words}. Undo is offered for 30 seconds.`);
    this.release();
  }

  /** Stops the clock, while the offer has the focus or the pointer. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Starts the clock again. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.offer = null;
    }, lasts);
  }

  /** Takes it back. */
  take(): void {
    const offer = this.offer;
    this.forget();
    if (!offer) return;
    offer.back();
    live.say(`Undone: ${offer.words}`);
  }

  /** Withdraws the offer: what it would change is no longer on the screen. */
  forget(): void {
    clearTimeout(this.#timer);
    this.offer = null;
  }
}

export const undo = new Undo();

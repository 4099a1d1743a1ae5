import { core, program } from '$lib/core';
import { live } from '$lib/shared/live.svelte';

/** As the core has it, which locks by itself whatever the page does. */
const allowed = 5 * 60;
const warnAt = 30;
/** How often the core is told that the person is there. */
const tellEvery = 30_000;

/** Locks after five minutes without a key or pointer. It warns 30 s ahead; any key stays open. */
export class IdleLock {
  seconds = $state(allowed);
  #lock: () => void;

  constructor(lock: () => void) {
    this.#lock = lock;
  }

  get warning(): boolean {
    return this.seconds <= warnAt;
  }

  get minutes(): number {
    return Math.ceil(this.seconds / 60);
  }

  stay(): void {
    this.seconds = allowed;
  }

  /** Watches until the function it gives is called. The demonstration holds nothing to protect. */
  watch(): () => void {
    if (program.session?.demonstration) return () => undefined;
    let last = performance.now();
    let told = last;
    const touched = () => {
      last = performance.now();
      if (this.seconds < allowed) this.stay();
      if (last - told < tellEvery) return;
      told = last;
      void core.stillHere().catch(() => undefined);
    };
    const timer = setInterval(() => {
      const left = allowed - Math.floor((performance.now() - last) / 1000);
      if (left === warnAt) live.alert('Sederunt locks in 30 seconds. Press any key to stay open.');
      if (left <= 0) this.#lock();
      else if (left <= warnAt || left % 60 === 0) this.seconds = left;
    }, 1000);
    for (const event of touches) addEventListener(event, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const event of touches) removeEventListener(event, touched);
    };
  }
}

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

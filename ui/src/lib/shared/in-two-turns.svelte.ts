import { nextFrame } from './frames';

/** How many lines are drawn at first where the height of the list is not known. */
const some = 12;

/**
 * A list that a key renews. What fits on the screen is drawn at once and the rest with the next
 * frame, so that a key is answered as soon for a long list as for a short one.
 */
export class InTwoTurns {
  readonly #lowest: number;
  #most = $state(Infinity);
  #renewed = 0;

  /** Takes the height that no row falls below, in pixels. */
  constructor(lowest = 30) {
    this.#lowest = lowest;
  }

  /** Whether all of it is drawn. */
  get whole(): boolean {
    return this.#most === Infinity;
  }

  /** Begins anew: until the next frame, only as many lines are drawn as a height can show. */
  renew(height: number): void {
    const turn = ++this.#renewed;
    this.#most = height > 0 ? Math.ceil(height / this.#lowest) : some;
    void nextFrame().then(() => {
      if (turn === this.#renewed) this.#most = Infinity;
    });
  }

  /** The lines that are drawn now. */
  of<Line>(lines: readonly Line[]): readonly Line[] {
    return lines.length > this.#most ? lines.slice(0, this.#most) : lines;
  }
}

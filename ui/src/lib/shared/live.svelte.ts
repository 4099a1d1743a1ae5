/** What the two standing live regions say. */
class Live {
  polite = $state('');
  assertive = $state('');
  /** What was just done out of sight, such as copying: shown for a few seconds too. */
  shown = $state('');
  #shown: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says something when the reader pauses. The same words twice are said twice. */
  say(words: string): void {
    this.polite = this.polite === words ? `${words}\u00a0` : words;
  }

  /** Says what was just done, and shows it for a few seconds. */
  note(words: string): void {
    this.say(words);
    this.shown = words;
    clearTimeout(this.#shown);
    this.#shown = setTimeout(() => {
      this.shown = '';
    }, 5000);
  }

  /** Says something at once: only for what cannot wait. */
  alert(words: string): void {
    this.assertive = this.assertive === words ? `${words}\u00a0` : words;
  }

  /** Says how many results there are, once typing has paused. */
  sayAfterPause(words: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.say(words);
    }, 500);
  }
}

export const live = new Live();

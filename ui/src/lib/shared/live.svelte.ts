/** What the two standing live regions say. */
class Live {
  polite = $state('');
  assertive = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says something when the reader pauses. The same words twice are said twice. */
  say(words: string): void {
    this.polite = this.polite === words ? `${words}\u00a0` : words;
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

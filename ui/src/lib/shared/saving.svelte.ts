/** What the status bar says of the last save. "Saved" appears only after the store confirms. */
class Saving {
  state = $state<'none' | 'saving' | 'saved' | 'failed'>('none');
  at = $state<Date | null>(null);
  says = $state('');
  #slow: ReturnType<typeof setTimeout> | undefined;

  /** Shows a save while it runs: "Saving…" only once it has taken 300 ms. */
  async during<T>(save: Promise<T>, failed: (caught: unknown) => string): Promise<T> {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => {
      this.state = 'saving';
    }, 300);
    try {
      const result = await save;
      this.at = new Date();
      this.state = 'saved';
      return result;
    } catch (caught) {
      this.says = failed(caught);
      this.state = 'failed';
      throw caught;
    } finally {
      clearTimeout(this.#slow);
    }
  }

  /** Forgets the last save, when the store is locked. */
  forget(): void {
    this.state = 'none';
    this.at = null;
  }
}

export const saving = new Saving();

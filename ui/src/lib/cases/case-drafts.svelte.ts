import { untrack } from 'svelte';
import { core, faultOf, program, wordsFor, type CaseId, type CaseRecord } from '$lib/core';
import { saving } from '$lib/shared/saving.svelte';
import { newText, textOf, type CaseText } from './case-text';

/** What is typed into the form of a case, and the record it began from. */
export class CaseDraft {
  text: CaseText = $state(newText('', ''));
  /** The record the form began from; none for a new case. */
  base = $state.raw<CaseRecord | null>(null);
  touched = $state(false);

  constructor(text: CaseText, base: CaseRecord | null) {
    this.text = text;
    this.base = base;
  }

  get key(): string {
    return this.base?.id ?? fresh;
  }
}

/** A form as the store keeps it. */
interface Kept {
  /** Which form this is: a text of an older one is not read. */
  form: number;
  text: CaseText;
  base: CaseRecord | null;
}

const form = 1;
const fresh = 'new';
/** What was typed is kept no later than this after the first key. */
const within = 600;
/** After a failure it is tried again after this long. */
const again = 5000;

/**
 * The forms that are begun and not finished. They are kept in the store as they are typed, so that
 * they come back after a lock; in memory they are gone when it locks.
 */
class CaseDrafts {
  #drafts = new Map<string, CaseDraft>();
  #stops = new Map<string, () => void>();
  /** What is not in the store yet, by form; nothing for one that is to be forgotten. */
  #waiting = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor() {
    program.beforeLeaving(() => this.flush());
    $effect.root(() => {
      $effect(() => {
        if (!program.session) untrack(() => this.#forget());
      });
    });
  }

  /** Brings back the form of a case, or of a new one, as it was left before a lock. */
  async recall(id: CaseId | null): Promise<void> {
    const key = id ?? fresh;
    if (this.#drafts.get(key)?.touched || this.#waiting.has(key)) return;
    const kept = await core.keptCaseForm(id).then(readKept, () => null);
    if (!kept || (kept.base?.id ?? null) !== id) return;
    const draft = new CaseDraft(kept.text, kept.base);
    draft.touched = true;
    this.#hold(draft);
  }

  /** The form of a case as it was left, or a fresh one. */
  edit(record: CaseRecord): CaseDraft {
    return this.#draft(record.id, () => new CaseDraft(textOf(record), record));
  }

  /** The form of a new case as it was left, or a fresh one. */
  begin(text: () => CaseText): CaseDraft {
    return this.#draft(fresh, () => new CaseDraft(text(), null));
  }

  /** Forgets a form: it was finished, or given up. */
  drop(draft: CaseDraft): void {
    const { key } = draft;
    this.#stops.get(key)?.();
    this.#stops.delete(key);
    this.#drafts.delete(key);
    if (!draft.touched) return;
    this.#waiting.set(key, null);
    void this.flush();
  }

  /** Keeps at once what is not in the store yet. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending = this.#sending.then(() => this.#send());
    return this.#sending;
  }

  #draft(key: string, made: () => CaseDraft): CaseDraft {
    const kept = this.#drafts.get(key);
    if (kept?.touched) return kept;
    return this.#hold(made());
  }

  #hold(draft: CaseDraft): CaseDraft {
    const { key } = draft;
    this.#stops.get(key)?.();
    this.#drafts.set(key, draft);
    let begun = draft.touched;
    const stop = $effect.root(() => {
      $effect(() => {
        const { touched, text, base } = draft;
        const written = JSON.stringify({ form, text, base } satisfies Kept);
        // A form that was just brought back is in the store already.
        if (touched && !begun) untrack(() => this.#later(key, written));
        begun = false;
      });
    });
    this.#stops.set(key, stop);
    return draft;
  }

  #later(key: string, written: string): void {
    this.#waiting.set(key, written);
    this.#timer ??= setTimeout(() => void this.flush(), within);
  }

  async #send(): Promise<void> {
    for (const [key, written] of this.#waiting) {
      const kept = core.keepCaseForm(key === fresh ? null : key, written);
      try {
        await saving.during(kept, (caught) => wordsFor(faultOf(caught)).says);
        if (this.#waiting.get(key) === written) this.#waiting.delete(key);
      } catch {
        this.#timer ??= setTimeout(() => void this.flush(), again);
        return;
      }
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
    this.#drafts.clear();
    this.#waiting.clear();
  }
}

function readKept(written: string | null): Kept | null {
  if (written === null) return null;
  const kept: Kept = JSON.parse(written);
  return kept.form === form ? kept : null;
}

export const caseDrafts = new CaseDrafts();

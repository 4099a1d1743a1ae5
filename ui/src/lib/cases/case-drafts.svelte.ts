import { program, type CaseRecord } from '$lib/core';
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
}

/** The forms that are begun and not finished: kept while the program is open, gone when it locks. */
class CaseDrafts {
  #kept = new Map<string, CaseDraft>();

  constructor() {
    $effect.root(() => {
      $effect(() => {
        if (!program.session) this.#kept.clear();
      });
    });
  }

  /** The form of a case as it was left, or a fresh one. */
  edit(record: CaseRecord): CaseDraft {
    return this.#keep(record.id, () => new CaseDraft(textOf(record), record));
  }

  /** The form of a new case as it was left, or a fresh one. */
  begin(fresh: () => CaseText): CaseDraft {
    return this.#keep('new', () => new CaseDraft(fresh(), null));
  }

  /** Forgets a form: it was finished, or given up. */
  drop(draft: CaseDraft): void {
    this.#kept.delete(draft.base?.id ?? 'new');
  }

  #keep(key: string, made: () => CaseDraft): CaseDraft {
    const kept = this.#kept.get(key);
    if (kept?.touched) return kept;
    const draft = made();
    this.#kept.set(key, draft);
    return draft;
  }
}

export const caseDrafts = new CaseDrafts();

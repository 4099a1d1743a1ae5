import { faultOf, wordsFor } from '$lib/core';
import type { Answer, Draft, Fault, QuestionId, Rev, SavedAnswer } from '$lib/core';
import { live } from '$lib/shared/live.svelte';
import { saving } from '$lib/shared/saving.svelte';
import { same } from '$lib/shared/three-way';
import type { Answers } from './answers';

/** Sent this long after the last key … */
const quiet = 400;
/** … and no later than this after the first that is not saved. */
const ceiling = 500;
/** After a failure, tried again by itself after this long; typing tries sooner. */
const again = 5000;
/** What trying again cannot mend: it waits for the author. */
const lasting: readonly Fault['code'][] = ['not-found', 'not-allowed', 'bad-input'];

/** Two texts for one question, neither of which may be lost. `null` is an answer cleared. */
export interface Clash {
  question: QuestionId;
  mine: Answer | null;
  theirs: Answer | null;
}

/** What the queue needs of the outside. */
export interface Wires {
  send: (rev: Rev, question: QuestionId, answer: Answer | null) => Promise<SavedAnswer>;
  /** The core confirmed a save and says what is complete now. */
  onsaved: (saved: SavedAnswer) => void;
  /** An answer changed in the store, not here. */
  onchanged: (question: QuestionId, answer: Answer | null) => void;
}

/**
 * The saves of one draft: one at a time, each carrying the revision of the last. What was put in
 * stays in until the core confirms it.
 */
export class SaveQueue {
  /** When the core last confirmed a save. */
  savedAt = $state<string | null>(null);
  /** What stopped the last save, while something waits to be tried again. */
  fault = $state.raw<Fault | null>(null);
  /** Questions that somebody else answered otherwise meanwhile. */
  clashes = $state.raw<readonly Clash[]>([]);
  /** Whether the report was issued while something waited: it can no longer change. */
  issued = $state(false);

  #wires: Wires;
  #rev: Rev;
  #stored: Answers;
  #waiting = new Map<QuestionId, Answer | null>();
  #sending = false;
  #running: Promise<void> = Promise.resolve();
  #due = false;
  #timers = new Map<'quiet' | 'ceiling' | 'again', ReturnType<typeof setTimeout>>();
  #announced = false;

  constructor(draft: Draft, wires: Wires) {
    this.#wires = wires;
    this.#rev = draft.rev;
    this.#stored = draft.answers;
    this.savedAt = draft['saved-at'];
  }

  get rev(): Rev {
    return this.#rev;
  }

  /** Whether the store holds all that was put in. */
  get clean(): boolean {
    return this.#waiting.size === 0 && !this.#sending && this.clashes.length === 0;
  }

  /** What the author has put in and the store does not hold yet. */
  get mine(): ReadonlyMap<QuestionId, Answer | null> {
    return new Map([
      ...this.#waiting,
      ...this.clashes.map(({ question, mine }) => [question, mine] as const),
    ]);
  }

  /** Gives the queue to another owner: the same draft, opened again. */
  rewire(draft: Draft, wires: Wires): void {
    this.#wires = wires;
    this.reconcile(draft);
    if (this.#waiting.size > 0) void this.flush();
  }

  /** Takes an answer to be saved in its time. Only the newest answer to a question is sent. */
  put(question: QuestionId, answer: Answer | null): void {
    if (this.clashes.some((clash) => clash.question === question)) {
      this.clashes = this.clashes.map((clash) =>
        clash.question === question ? { ...clash, mine: answer } : clash,
      );
      return;
    }
    this.#waiting.set(question, answer);
    this.#later('quiet', quiet);
    if (!this.#timers.has('ceiling')) this.#later('ceiling', ceiling);
  }

  /** Saves what waits, at once; tells whether all of it is now in the store. */
  async flush(): Promise<boolean> {
    if (this.#waiting.size > 0) await this.#drain();
    else await this.#running;
    return this.clean;
  }

  /** Settles a clash with the answer that the author chose. */
  async settle(question: QuestionId, chosen: Answer | null): Promise<void> {
    this.clashes = this.clashes.filter((clash) => clash.question !== question);
    this.#wires.onchanged(question, chosen);
    if (same(chosen, this.#stored[question] ?? null)) return;
    this.put(question, chosen);
    await this.flush();
  }

  /**
   * Takes what the store holds now. What only they changed is brought in, what only I changed is
   * sent on, and what we both changed becomes a clash.
   */
  reconcile(theirs: Draft): void {
    const before = this.#stored;
    this.#stored = theirs.answers;
    this.#rev = theirs.rev;
    const mine = this.mine;
    for (const question of new Set([...Object.keys(before), ...Object.keys(theirs.answers)])) {
      const held = theirs.answers[question] ?? null;
      if (same(held, before[question] ?? null)) continue;
      const written = mine.get(question);
      if (written === undefined) this.#wires.onchanged(question, held);
      else this.#clash(question, written, held);
    }
  }

  #clash(question: QuestionId, mine: Answer | null, theirs: Answer | null): void {
    this.#waiting.delete(question);
    const others = this.clashes.filter((clash) => clash.question !== question);
    this.clashes = same(mine, theirs) ? others : [...others, { question, mine, theirs }];
  }

  #later(name: 'quiet' | 'ceiling' | 'again', wait: number): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => void this.#drain(), wait),
    );
  }

  #drain(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#due = true;
    if (!this.#sending) this.#running = this.#run();
    return this.#running;
  }

  /** Sends what waits; and again if more fell due meanwhile, a few times and no more. */
  async #run(): Promise<void> {
    this.#sending = true;
    for (let round = 0; this.#due && round < 5; round += 1) {
      this.#due = false;
      let fault: Fault | null = null;
      for (const question of [...this.#waiting.keys()]) {
        fault = (await this.#send(question)) ?? fault;
      }
      this.#settleFault(fault);
    }
    const mends = !this.issued && !lasting.some((code) => code === this.fault?.code);
    if (mends && this.#waiting.size > 0 && this.#timers.size === 0) this.#later('again', again);
    // In the same step as the last look at what is due: what falls due later begins another run.
    this.#sending = false;
  }

  async #send(question: QuestionId): Promise<Fault | null> {
    const answer = this.#waiting.get(question);
    if (answer === undefined || this.issued) return null;
    const sent = this.#wires.send(this.#rev, question, answer);
    try {
      const saved = await saving.during(sent, (caught) => wordsFor(faultOf(caught)).says);
      this.#took(question, answer, saved);
      return null;
    } catch (caught) {
      return faultOf(caught);
    }
  }

  #took(question: QuestionId, answer: Answer | null, saved: SavedAnswer): void {
    const told = saved.saved;
    if (told.outcome === 'done') {
      this.#rev = told.rev;
      this.#stored = stored(this.#stored, question, answer);
      this.savedAt = told.at;
      // A newer answer to the same question may have been put in while this one was on its way.
      if (same(this.#waiting.get(question), answer)) this.#waiting.delete(question);
      this.#wires.onsaved(saved);
      return;
    }
    saving.state = 'failed';
    saving.says = 'Not saved: somebody else changed this report';
    if (told.outcome === 'conflict') {
      this.reconcile(told.theirs);
      this.#due = true;
      if (this.clashes.length > 0) live.alert(clashWords);
    } else {
      this.issued = true;
    }
  }

  #settleFault(fault: Fault | null): void {
    if (fault && !this.#announced) {
      const { says, next } = wordsFor(fault);
      live.alert(`${says} ${next}`);
    }
    this.#announced = fault !== null;
    this.fault = fault;
  }
}

const clashWords =
  'Somebody else changed this report. Both texts are kept. Choose between them at the top of the section.';

function stored(before: Answers, question: QuestionId, answer: Answer | null): Answers {
  if (answer) return { ...before, [question]: answer };
  return Object.fromEntries(Object.entries(before).filter(([id]) => id !== question));
}

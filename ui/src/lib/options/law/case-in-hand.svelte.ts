import { untrack } from 'svelte';
import {
  core,
  faultOf,
  program,
  wordsFor,
  type CaseId,
  type CaseLaw,
  type CaseRow,
  type Commitment,
  type FactId,
  type Facts,
  type FactValue,
  type Fault,
} from '$lib/core';
import { live } from '$lib/shared/live.svelte';
import { saving } from '$lib/shared/saving.svelte';
import { same, threeWay } from '$lib/shared/three-way';
import type { CaseFacts } from './case-facts.svelte';

/** Kept this long after the last change … */
const quiet = 400;
/** … and no later than this after the first that is not kept. */
const ceiling = 800;
/** After a failure it is tried again by itself after this long; a change tries sooner. */
const again = 5000;
/** What trying again cannot mend: it is told, and stops nobody from leaving the case. */
const lasting: readonly Fault['code'][] = ['not-found', 'not-allowed', 'not-yours', 'bad-input'];

/** The week of the person, which is kept with the case. */
interface Week {
  readonly commitments: readonly Commitment[];
  replace: (commitments: readonly Commitment[]) => void;
}

/** What is kept with a case, or stood here before one was opened. */
interface Held {
  facts: Facts;
  week: readonly Commitment[];
}

/** A fact that somebody else recorded otherwise while it was recorded here. */
export interface Overtaken {
  fact: FactId;
  ours: FactValue | null;
}

/**
 * The case whose facts are asked about. What its record holds is drawn from it; what is recorded
 * beside it, and the person's week, are kept with the case within a second. Without a case they stay
 * in memory.
 */
export class CaseInHand {
  law = $state.raw<CaseLaw | null>(null);
  /** What stopped the case from being opened, or what was recorded from being kept. */
  fault = $state.raw<Fault | null>(null);
  keeping = $state<'kept' | 'waiting' | 'failed'>('kept');
  /** When something was last kept with the case. */
  keptAt = $state.raw<Date | null>(null);
  /** What somebody else changed meanwhile: theirs is used, and ours is told. */
  overtaken = $state.raw<readonly Overtaken[]>([]);
  /** The case that was looked at last: offered where none is open. */
  near = $state.raw<{ id: CaseId; name: string } | null>(null);
  /** Whether the facts were read again because somebody else changed the case. */
  reread = $state(false);
  /** Where each fact that the record holds stands in it. */
  readonly from: ReadonlyMap<FactId, string> = $derived(
    new Map(this.law?.drawn.map(({ fact, from }) => [fact, from])),
  );
  readonly #facts: CaseFacts;
  readonly #week: Week;
  /** What stood here before a case was opened. */
  #loose: Held = { facts: {}, week: [] };
  /** What the store holds. */
  #stored: Held = { facts: {}, week: [] };
  #timers = new Map<'quiet' | 'ceiling' | 'again', ReturnType<typeof setTimeout>>();
  #running: Promise<void> | null = null;
  /** Counts what is opened, so that an answer for a case that was left is dropped. */
  #turn = 0;

  constructor(facts: CaseFacts, week: Week) {
    this.#facts = facts;
    this.#week = week;
    facts.hand = this;
    program.beforeLeaving(() => this.flush());
    $effect.root(() => {
      $effect(() => {
        void [facts.recorded, week.commitments];
        untrack(() => {
          this.#changed();
        });
      });
    });
  }

  /** The cases that may be chosen; none where the person works with none. */
  choices(): Promise<CaseRow[]> {
    return core.cases();
  }

  /** Opens a case for its facts: those of one charge, or of the first. */
  async open(id: CaseId, charge: number | null = null): Promise<void> {
    if (!(await this.#mayLeave())) return;
    const turn = ++this.#turn;
    try {
      const law = await core.caseLaw(id, charge);
      if (turn !== this.#turn) return;
      if (!this.law) this.#loose = this.#here();
      this.#settle();
      this.#take(law);
      this.#facts.become(law.facts, drawnOf(law));
      this.#week.replace(law.week);
      live.say(`Facts of ${law.name} opened`);
    } catch (caught) {
      if (turn === this.#turn) this.fault = faultOf(caught);
    }
  }

  /** Takes the facts of another charge of the same case. */
  async choose(charge: number): Promise<void> {
    if (this.law) await this.open(this.law.case, charge);
  }

  /** Follows the case where it was changed in its own form. */
  async follow(id: CaseId): Promise<void> {
    if (this.law?.case !== id) return;
    await this.#running;
    try {
      if (this.law) await this.#readAgain(this.law);
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** Lets go of the case: what stood here before it comes back. */
  async letGo(): Promise<void> {
    if (!(await this.#mayLeave())) return;
    const name = this.law?.name;
    const { facts, week } = this.#loose;
    this.forget();
    this.#facts.replace(facts);
    this.#week.replace(week);
    if (name) live.say(`Let go of the case of ${name}`);
  }

  /** Takes away what was told of somebody else's changes. */
  seen(): void {
    this.overtaken = [];
    this.reread = false;
  }

  /** Forgets everything at once, as locking does. */
  forget(): void {
    this.#turn += 1;
    this.#settle();
    this.law = null;
    this.keptAt = null;
    this.#loose = { facts: {}, week: [] };
    this.#stored = { facts: {}, week: [] };
    this.#facts.become({}, {});
    this.#week.replace([]);
  }

  /** Keeps at once what is not kept yet; tells whether all of it is with the case. */
  async flush(): Promise<boolean> {
    this.#stopTimers();
    await this.#running;
    if (this.#unkept) await this.#keep();
    return !this.#unkept;
  }

  /** Whether all is kept that can be. */
  async #mayLeave(): Promise<boolean> {
    return (await this.flush()) || lasting.some((code) => code === this.fault?.code);
  }

  get #unkept(): boolean {
    return this.law !== null && !same(this.#here(), this.#stored);
  }

  #here(): Held {
    return { facts: this.#facts.recorded, week: this.#week.commitments };
  }

  #changed(): void {
    if (!this.#unkept) {
      if (this.keeping === 'waiting' && !this.#running) this.keeping = 'kept';
      return;
    }
    this.keeping = 'waiting';
    this.#later('quiet', quiet);
    if (!this.#timers.has('ceiling')) this.#later('ceiling', ceiling);
  }

  #later(name: 'quiet' | 'ceiling' | 'again', wait: number): void {
    clearTimeout(this.#timers.get(name));
    const due = () => {
      this.#stopTimers();
      void this.#keep();
    };
    this.#timers.set(name, setTimeout(due, wait));
  }

  #stopTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Sends what is not kept; and again where more was recorded, or the case changed, meanwhile. */
  #keep(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    try {
      for (let round = 0; this.#unkept && round < 5; round += 1) {
        const { law } = this;
        if (!law) return;
        const sent = this.#here();
        const kept = core.recordFacts(law.case, law.rev, law.charge, sent.facts, [...sent.week]);
        const told = await saving.during(kept, (caught) => wordsFor(faultOf(caught)).says);
        if (this.law !== law) return;
        if (told.outcome === 'conflict') {
          await this.#readAgain(law);
          this.reread = true;
          live.alert('Somebody else changed this case. Its facts were read again.');
        } else {
          this.law = { ...law, rev: told.record.rev, facts: sent.facts, week: [...sent.week] };
          this.#stored = sent;
          this.keptAt = new Date();
        }
      }
      this.keeping = this.#unkept ? 'waiting' : 'kept';
      this.fault = null;
    } catch (caught) {
      if (!this.law) return;
      if (this.keeping !== 'failed') live.alert('What you recorded is not kept with the case yet.');
      this.keeping = 'failed';
      this.fault = faultOf(caught);
      if (!lasting.some((code) => code === this.fault?.code)) this.#later('again', again);
    }
  }

  /** Reads the case again: what only we recorded stays and is sent; theirs is used where both did. */
  async #readAgain(before: CaseLaw): Promise<void> {
    const charge = before.charge;
    const law = await core
      .caseLaw(before.case, charge)
      .catch(() => core.caseLaw(before.case, null));
    if (this.law?.case !== before.case) return;
    const ours = law.charge === charge ? this.#here() : { ...this.#here(), facts: law.facts };
    const base = law.charge === charge ? this.#stored : { ...this.#stored, facts: law.facts };
    const names = [...new Set([base.facts, ours.facts, law.facts].flatMap(Object.keys))];
    const { merged, both } = threeWay(names, base.facts, ours.facts, law.facts);
    const lost = both.filter((fact) => !law.drawn.some((one) => one.fact === fact));
    const facts = { ...merged, ...pick(law.facts, both) };
    this.overtaken = lost.map((fact) => ({ fact, ours: ours.facts[fact] ?? null }));
    const weekIsOurs = !same(ours.week, base.week) && same(law.week, base.week);
    this.#take(law);
    this.#facts.follow(known(facts), drawnOf(law));
    this.#week.replace(weekIsOurs ? ours.week : law.week);
  }

  #take(law: CaseLaw): void {
    this.law = law;
    this.#stored = { facts: law.facts, week: law.week };
    this.fault = null;
  }

  #settle(): void {
    this.#stopTimers();
    this.keeping = 'kept';
    this.fault = null;
    this.seen();
  }
}

/** The facts that the record holds. */
function drawnOf(law: CaseLaw): Facts {
  return pick(
    law.facts,
    law.drawn.map(({ fact }) => fact),
  );
}

function pick(facts: Facts, ids: readonly FactId[]): Facts {
  return known(Object.fromEntries(ids.map((id) => [id, facts[id]])));
}

/** Without the facts that were taken back. */
function known(facts: Partial<Facts>): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) => (value ? [[id, value]] : [])),
  );
}

import {
  core,
  faultOf,
  type Assessment,
  type Fact,
  type FactFault,
  type FactId,
  type Facts,
  type Fault,
  type LawAnswer,
  type Menu,
  type OptionId,
} from '$lib/core';
import { href } from '$lib/shared/router.svelte';

/** How long facts may still change before the law is asked, in milliseconds. */
const pause = 60;

/** What the law says of a menu on the facts recorded, and what it asks for. */
export class Findings {
  readonly menu: Menu;
  /** Every fact that may be recorded. */
  declared = $state.raw<readonly Fact[]>([]);
  /** The findings on the facts recorded; none where no fact is. */
  answer = $state.raw<LawAnswer | null>(null);
  /** What the menu asks for while nothing is recorded, and so all that ever matters to it. */
  unasked = $state.raw<LawAnswer | null>(null);
  /** The names of options on the other menu, where a ground points there. */
  elsewhere = $state.raw<ReadonlyMap<OptionId, string>>(new Map());
  fault = $state.raw<Fault | null>(null);
  /** What in the facts cannot stand together; while there is any, there are no findings. */
  contradictions = $state.raw<readonly FactFault[]>([]);
  /** The findings by option. */
  readonly byOption = $derived(this.answer && assessments(this.answer));
  /** How many options turn on each fact while nothing is recorded: what matters to the menu. */
  readonly matters = $derived(asksFor(this.unasked));
  /** How many turn on it now. */
  readonly asks = $derived(this.answer ? asksFor(this.answer) : this.matters);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unaskedFor = '';

  constructor(menu: Menu) {
    this.menu = menu;
  }

  /** The finding on an option. */
  of(id: OptionId): Assessment | null {
    return this.byOption?.get(id) ?? null;
  }

  /** The name of an option that a rule points to, and where it is. */
  named(id: OptionId): { name: string; href: string } {
    const here = this.answer?.options.find(({ assessment }) => assessment.option === id);
    const other = this.menu === 'bail' ? 'disposals' : 'bail';
    return {
      name: here?.name ?? this.elsewhere.get(id) ?? id,
      href: href(here ? this.menu : other, { id }),
    };
  }

  /** Reads which facts there are. */
  async begin(): Promise<void> {
    if (this.declared.length > 0) return;
    try {
      this.declared = await core.factsAsked();
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** Reads what the menu asks for, before the facts are shown to be filled in. */
  async prepare(asAt: string): Promise<void> {
    await this.begin();
    if (this.#unaskedFor === asAt) return;
    try {
      this.unasked = await core.assessOptions(this.#question({}, asAt));
      this.#unaskedFor = asAt;
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** Asks again once the facts have settled. An answer that a later question has overtaken is dropped. */
  ask(facts: Facts, asAt: string): void {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    if (Object.keys(facts).length === 0) {
      this.answer = null;
      this.contradictions = [];
      this.fault = null;
      return;
    }
    this.#timer = setTimeout(() => void this.#fetch(facts, asAt, turn), this.answer ? pause : 0);
  }

  /** Drops what was asked and not yet answered. */
  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  async #fetch(facts: Facts, asAt: string, turn: number): Promise<void> {
    try {
      const answer = await core.assessOptions(this.#question(facts, asAt));
      if (turn !== this.#turn) return;
      this.contradictions = answer.contradictions;
      this.answer = answer.contradictions.length > 0 ? null : answer;
      this.fault = null;
      await this.#nameElsewhere(answer, asAt);
    } catch (caught) {
      if (turn !== this.#turn) return;
      // Findings on other facts than those on the screen would mislead.
      this.answer = null;
      this.fault = faultOf(caught);
    }
  }

  async #nameElsewhere({ options }: LawAnswer, asAt: string): Promise<void> {
    const here = new Set(options.map(({ assessment }) => assessment.option));
    const named = options.flatMap(({ assessment: { bars, duties } }) =>
      [...bars, ...duties].flatMap(({ instead }) => instead),
    );
    if (this.elsewhere.size > 0 || named.every((id) => here.has(id))) return;
    const { rows } = await core.searchOptions({
      menu: this.menu === 'bail' ? 'disposals' : 'bail',
      words: '',
      court: null,
      stage: null,
      family: null,
      'as-at': asAt,
      'out-of-force': true,
      council: null,
    });
    this.elsewhere = new Map(rows.map(({ id, name }) => [id, name]));
  }

  #question(facts: Facts, asAt: string) {
    return { menu: this.menu, facts, proposal: null, 'as-at': asAt, council: null };
  }
}

function assessments({ options }: LawAnswer): ReadonlyMap<OptionId, Assessment> {
  return new Map(options.map(({ assessment }) => [assessment.option, assessment]));
}

/** Counts the options that turn on each fact: those that wait for it, and those whose duties or limits do. */
function asksFor(answer: LawAnswer | null): ReadonlyMap<FactId, number> {
  const counts = new Map<FactId, number>();
  for (const { assessment } of answer?.options ?? []) {
    const { awaits, duties, limits } = assessment;
    const facts = new Set([
      ...awaits.map(({ fact }) => fact),
      ...[...duties, ...limits].flatMap((one) => one['if-known']),
    ]);
    for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  }
  return counts;
}

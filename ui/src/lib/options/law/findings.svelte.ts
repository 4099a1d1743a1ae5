import {
  core,
  faultOf,
  type Assessment,
  type Availability,
  type Commitment,
  type Fact,
  type FactFault,
  type FactId,
  type Facts,
  type Fault,
  type LawAnswer,
  type LawQuestion,
  type Menu,
  type OptionFinding,
  type OptionId,
  type Part,
  type ProposalFinding,
} from '$lib/core';
import { href } from '$lib/shared/router.svelte';
import { measuresOf, type Measure } from './case-proposal.svelte';

/** How long facts may still change before the law is asked, in milliseconds. */
const pause = 60;

/** What is put to a menu. */
export interface Asked {
  facts: Facts;
  asAt: string;
  /** The council whose services count as here. */
  council?: string | null;
  /** The parts of the proposal that is tried. */
  parts?: readonly Part[];
  /** The person's week, which the parts are held against. */
  week?: readonly Commitment[];
}

/** What the law says of a menu on the facts recorded, and what it asks for. */
export class Findings {
  readonly menu: Menu;
  /** Every fact that may be recorded. */
  declared = $state.raw<readonly Fact[]>([]);
  /** The findings on the facts recorded; none where no fact is. */
  answer = $state.raw<LawAnswer | null>(null);
  /** What the law says of the proposal on those facts; none where there is none. */
  tried = $state.raw<ProposalFinding | null>(null);
  /** What the menu asks for while nothing is recorded, and so all that ever matters to it. */
  unasked = $state.raw<LawAnswer | null>(null);
  /** The names of options on the other menu, where a ground points there. */
  elsewhere = $state.raw<ReadonlyMap<OptionId, string>>(new Map());
  fault = $state.raw<Fault | null>(null);
  /** What in the facts cannot stand together; while there is any, there are no findings. */
  contradictions = $state.raw<readonly FactFault[]>([]);
  /** The findings by option. */
  readonly byOption = $derived(this.answer && assessments(this.answer));
  /** What is known of each option, on the facts recorded or on none. */
  readonly #known = $derived(byId(this.answer ?? this.unasked));
  readonly #unaskedOf = $derived(byId(this.unasked));
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

  /** What is known of an option, on the facts recorded or, where none is, on none. */
  known(id: OptionId): OptionFinding | null {
    return this.#known.get(id) ?? null;
  }

  /** Who offers an option in the area named; nothing where that was not asked. */
  available(id: OptionId): Availability | null {
    return this.known(id)?.available ?? null;
  }

  /** What any limit on the option measures, whether or not it applies on these facts. */
  measures(id: OptionId): Measure[] {
    const found = [this.#known.get(id), this.#unaskedOf.get(id)];
    const limits = found.flatMap((one) => one?.assessment.limits ?? []);
    return measuresOf(limits.flatMap((bound) => [bound['at-least'], bound['at-most']]));
  }

  /** The name of an option of this menu or the other. */
  nameOf(id: OptionId): string {
    return this.#known.get(id)?.name ?? this.elsewhere.get(id) ?? id;
  }

  /** The name of an option that a rule points to, and where it is. */
  named(id: OptionId): { name: string; href: string } {
    const other = this.menu === 'bail' ? 'disposals' : 'bail';
    return {
      name: this.nameOf(id),
      href: href(this.#known.has(id) ? this.menu : other, { id }),
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

  /** Reads what the menu says while nothing is recorded. */
  async prepare(asAt: string, council: string | null = null): Promise<void> {
    await this.begin();
    const unaskedFor = `${asAt} ${council ?? ''}`;
    if (this.#unaskedFor === unaskedFor) return;
    this.#unaskedFor = unaskedFor;
    try {
      const unasked = await core.assessOptions(this.#question({ facts: {}, asAt, council }));
      if (this.#unaskedFor === unaskedFor) this.unasked = unasked;
    } catch (caught) {
      this.#unaskedFor = '';
      this.fault = faultOf(caught);
    }
  }

  /** Asks again once the facts have settled. An answer that a later question has overtaken is dropped. */
  ask(asked: Asked): void {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    if (!asked.parts?.length) this.tried = null;
    if (!anyIn(asked.facts)) {
      this.answer = null;
      this.contradictions = [];
      this.fault = null;
      if (!asked.parts?.length) return;
    }
    const settled = this.answer ?? this.tried;
    this.#timer = setTimeout(() => void this.#fetch(asked, turn), settled ? pause : 0);
  }

  /** Drops what was asked and not yet answered. */
  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  async #fetch(asked: Asked, turn: number): Promise<void> {
    try {
      const answer = await core.assessOptions(this.#question(asked));
      if (turn !== this.#turn) return;
      this.contradictions = answer.contradictions;
      const stands = answer.contradictions.length === 0;
      this.answer = stands && anyIn(asked.facts) ? answer : null;
      this.tried = stands ? answer.proposal : null;
      this.fault = null;
      await this.#nameElsewhere(answer, asked.asAt);
    } catch (caught) {
      if (turn !== this.#turn) return;
      // Findings on other facts than those on the screen would mislead.
      this.answer = null;
      this.tried = null;
      this.fault = faultOf(caught);
    }
  }

  async #nameElsewhere({ options, proposal }: LawAnswer, asAt: string): Promise<void> {
    const here = new Set(options.map(({ assessment }) => assessment.option));
    const grounds = [
      ...options.flatMap(({ assessment: { bars, duties } }) => [...bars, ...duties]),
      ...(proposal?.breaches.map(({ ground }) => ground) ?? []),
    ];
    const named = grounds.flatMap(({ instead }) => instead);
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

  #question({ facts, asAt, council = null, parts = [], week = [] }: Asked): LawQuestion {
    const proposal = parts.length > 0 ? [...parts] : null;
    return { menu: this.menu, facts, proposal, week: [...week], 'as-at': asAt, council };
  }
}

const anyIn = (facts: Facts) => Object.keys(facts).length > 0;

function byId(answer: LawAnswer | null): ReadonlyMap<OptionId, OptionFinding> {
  return new Map(answer?.options.map((found) => [found.assessment.option, found]));
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

import { untrack } from 'svelte';
import {
  program,
  type Commitment,
  type Council,
  type Menu,
  type OptionId,
  type OptionSearch,
} from '$lib/core';
import { live } from '$lib/shared/live.svelte';
import { undo } from '$lib/shared/undo.svelte';
import { Comparing } from './compare/comparing.svelte';
import type { OptionWords } from './for-report.svelte';
import type { CaseFacts } from './law/case-facts.svelte';
import type { ProposalParts } from './law/case-proposal.svelte';
import { familyGroups, findingGroups, tally } from './law/finding-groups';
import { Findings } from './law/findings.svelte';
import { reasonsText, reportWords, unjudgedWords, type Reasoned } from './law/reasons';
import { verdictOf } from './law/verdict';
import { MenuSearch } from './menu-search.svelte';

/** The week of the person in hand, as it stands. */
export interface WeekInHand {
  readonly commitments: readonly Commitment[];
}

/** What one look-up screen is made from. */
export interface LookUpOf {
  menu: Menu;
  query: URLSearchParams;
  /** The facts of the case in hand, and what is thought of proposing on this menu. */
  facts: CaseFacts;
  proposal: ProposalParts;
  /** The week of the person in hand, which the proposal is held against. */
  week: WeekInHand;
  councils: () => readonly Council[];
}

/** A menu as it is looked through: what was searched for, what was found of it, and what is shown. */
export class LookUp {
  readonly menu: Menu;
  readonly search: MenuSearch;
  readonly findings: Findings;
  readonly facts: CaseFacts;
  readonly proposal: ProposalParts;
  readonly week: WeekInHand;
  readonly comparing: Comparing;
  #councils: () => readonly Council[];

  readonly rows = $derived.by(() => this.search.results?.rows ?? []);
  /** With facts nothing is left out: an option that ended says so among those not competent. */
  readonly asked = $derived.by((): OptionSearch => ({
    ...this.search.search,
    'out-of-force': this.search.outOfForce || this.facts.any,
  }));
  readonly groups = $derived.by(() => {
    const { search, findings, rows } = this;
    if (findings.answer) return findingGroups(rows, findings.answer);
    // By what was found and not by what is typed: else the first letter draws the old list anew.
    if (search.found.words || search.found.family) return [{ id: 'all', title: null, rows }];
    const families = search.results?.families ?? [];
    return familyGroups(rows, new Map(families.map(({ value, label }) => [value, label])));
  });
  /** The name of the council whose services count as here. */
  readonly here = $derived.by(
    () => this.#councils().find(({ id }) => id === this.search.council)?.name ?? null,
  );
  /** The finding on the option that is shown. */
  readonly assessment = $derived.by(
    () => (this.search.page && this.findings.of(this.search.page.option.id)) ?? null,
  );
  /** What the law says of the proposal as a whole. */
  readonly verdict = $derived.by(() => this.findings.tried && verdictOf(this.findings.tried));
  readonly tags = $derived.by(() => {
    const { search, facts } = this;
    const results = search.results;
    return [
      { id: 'court', label: labelOf(results?.courts, search.court) },
      { id: 'stage', label: labelOf(results?.stages, search.stage) },
      { id: 'family', label: labelOf(results?.families, search.family) },
      { id: 'ended', label: search.outOfForce && !facts.any ? 'Ended and future options too' : '' },
    ].filter(({ label }) => label);
  });

  constructor({ menu, query, facts, proposal, week, councils }: LookUpOf) {
    this.menu = menu;
    this.search = new MenuSearch(menu, query);
    this.findings = new Findings(menu);
    this.facts = facts;
    this.proposal = proposal;
    this.week = week;
    this.comparing = new Comparing(menu);
    this.#councils = councils;
  }

  /** Asks whenever what is asked changes. Call it while the screen's component is made. */
  keepAsking(): void {
    const { search, findings, facts, proposal, week, comparing } = this;
    $effect(() => void search.ask(this.asked));
    $effect(() => void findings.begin());
    $effect(() => {
      const asked = {
        facts: facts.recorded,
        asAt: program.asAt,
        council: search.council,
        parts: proposal.parts,
        week: week.commitments,
      };
      // What was answered before is no reason to ask again.
      untrack(() => {
        findings.ask(asked);
      });
      return () => {
        findings.stop();
      };
    });
    $effect(() => {
      // Who offers an option here is known without facts, and a proposal's measures are.
      const wanted = (search.council && !facts.any) || proposal.any || comparing.shown;
      if (wanted) this.prepare();
    });
    $effect(() => {
      if (comparing.shown) void comparing.read(program.asAt, search.council);
    });
    $effect(() => void search.open(search.chosen, program.asAt, search.council));
    $effect(() => {
      search.keep();
    });
    $effect(() => {
      if (findings.answer) live.sayAfterPause(tally(this.groups));
    });
    $effect(() => {
      if (this.verdict) live.sayAfterPause(`Proposal: ${this.verdict.words}`);
    });
  }

  /** Reads what the menu says while nothing is recorded. */
  prepare(): void {
    void this.findings.prepare(program.asAt, this.search.council);
  }

  /** Takes a filter or the area, as the head of the screen names it. */
  choose(id: string, value: string): void {
    const { search } = this;
    if (id === 'court') search.court = value;
    if (id === 'stage') search.stage = value;
    if (id === 'family') search.family = value;
    if (id === 'ended') search.outOfForce = value !== '';
    if (id === 'council') search.council = value || null;
  }

  /** The name of an option of this menu, whether or not it is among those shown. */
  nameOf(id: OptionId): string {
    return this.rows.find((row) => row.id === id)?.name ?? this.findings.nameOf(id);
  }

  /** Shows an option of this menu, whatever was searched for; gives whether there is one. */
  show(id: OptionId): boolean {
    if (!this.findings.of(id)) return false;
    if (!this.rows.some((row) => row.id === id)) {
      this.search.words = '';
      this.search.clearFilters();
    }
    this.search.chosen = id;
    return true;
  }

  /** Writes why an option is found as it is; nothing where no facts are recorded. */
  reasons(id: OptionId): string | null {
    const given = this.#reasoned(id);
    return given && reasonsText(given);
  }

  /** What a report first says of an option. */
  forReport(id: OptionId): OptionWords {
    const given = this.#reasoned(id);
    const unjudged = () => unjudgedWords(this.findings.available(id), this.here);
    return { option: id, name: this.nameOf(id), words: given ? reportWords(given) : unjudged() };
  }

  #reasoned(id: OptionId): Reasoned | null {
    const assessment = this.findings.of(id);
    if (!assessment) return null;
    return {
      name: this.nameOf(id),
      assessment,
      available: this.findings.available(id),
      here: this.here,
      declared: this.findings.declared,
      facts: this.facts.recorded,
      asAt: program.asAt,
      edition: program.session?.edition.name ?? '',
      nameOf: (other) => this.nameOf(other),
    };
  }

  /** Adds an option to the proposal. */
  propose(id: OptionId): void {
    const name = this.nameOf(id);
    const added = this.proposal.add(id);
    live.say(added ? `Added to the proposal: ${name}` : `${name} is in the proposal already`);
  }

  /** Takes a part out of the proposal. */
  withdraw(id: OptionId): void {
    undo.give(`Taken out of the proposal: ${this.nameOf(id)}`, this.proposal.remove(id));
  }

  clearProposal(): void {
    const before = this.proposal.parts;
    this.proposal.clear();
    undo.give('Proposal cleared', () => {
      this.proposal.replace([...before, ...this.proposal.parts]);
    });
  }

  clearFacts(): void {
    const { facts } = this;
    const before = facts.recorded;
    facts.clear();
    undo.give('Facts cleared', () => {
      // What was recorded since is newer than what would come back.
      facts.replace({ ...before, ...facts.recorded });
    });
  }
}

function labelOf(counts: readonly { value: string; label: string }[] | undefined, value: string) {
  return value ? (counts?.find((count) => count.value === value)?.label ?? value) : '';
}

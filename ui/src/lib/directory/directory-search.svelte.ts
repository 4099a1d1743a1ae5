import { untrack } from 'svelte';
import {
  core,
  faultOf,
  program,
  type DirectoryResults,
  type DirectoryRows,
  type DirectorySearch,
  type FacetCount,
  type Fault,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { nextFrame } from '$lib/shared/frames';
import { live } from '$lib/shared/live.svelte';
import { router } from '$lib/shared/router.svelte';
import { undo } from '$lib/shared/undo.svelte';
import { PersonOfCase } from './case-person.svelte';
import {
  asked,
  filterIds,
  filtersOf,
  isFilter,
  setBehind,
  type FilterId,
  type Filters,
} from './filters';
import { lastSearch } from './upkeep/last-search.svelte';

const page = 50;

/** No row of the list is lower, in pixels: it has two lines of text at least. */
const lowestRow = 52;

/** The ways to see what one filter leaves. */
export const views = ['list', 'map', 'gaps'] as const;
export type View = (typeof views)[number];

/** What the directory is asked, and what it answered. */
export class DirectoryLookUp {
  words = $state('');
  /** What is set: what was chosen here, else what the case says, else the worker's own council. */
  readonly filters: Filters = $derived.by(() => {
    const said = this.ofCase.used;
    const own = { council: program.council ?? '' };
    return filtersOf((id) => ({ ...own, ...said, ...this.#chosen })[id] ?? '');
  });
  /** The filters that stand as the case has them. */
  readonly fromCase: readonly FilterId[] = $derived.by(() => {
    const said = this.ofCase.used;
    return filterIds.filter((id) => said[id] !== undefined && this.#chosen[id] === undefined);
  });
  readonly ofCase: PersonOfCase;
  view = $state<View>('list');
  /** Whether the filters behind "More filters" are shown. */
  more = $state(false);
  results = $state.raw<DirectoryRows | null>(null);
  /** Whether those are only as many as the screen can show, and the others are still to come. */
  partial = $state(false);
  /** What stands beside the rows: counts, what does not fit, what is next door. It follows them. */
  whole = $state.raw<DirectoryResults | null>(null);
  /** The council that the whole answer is for. */
  wholeOf = $state<string | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** Where the list begins, in pixels from the top of the window; above it where it is scrolled. */
  listTop: () => number = () => 0;
  /** Settled when the last question is answered. */
  answered: Promise<void> = Promise.resolve();
  /** What was chosen here, or the address named; empty where that is nothing. */
  #chosen = $state.raw<Readonly<Partial<Filters>>>({});
  #shown = $state(page);
  #asked = 0;
  #turning = false;
  #labels = new Map<string, string>();

  constructor(query: URLSearchParams, ofCase = new PersonOfCase()) {
    this.ofCase = ofCase;
    this.words = query.get('words') ?? '';
    const said = ofCase.used;
    for (const id of filterIds) {
      const named = query.get(id);
      // What the case says too is from the case.
      if (named === null || named === said[id]) continue;
      // A dash says that the area was taken off; absence, that nothing was said of it.
      this.#chosen = { ...this.#chosen, [id]: named === '-' ? '' : named };
    }
    this.view = views.find((view) => view === query.get('view')) ?? 'list';
    this.more = query.has('more');
    this.#shown = Number(query.get('shown') ?? page) || page;
  }

  /** The question. How many rows are shown is no part of it: more are fetched when they are wanted. */
  get search(): DirectorySearch {
    return {
      ...asked(this.filters),
      words: this.words,
      'as-at': program.asAt,
      from: 0,
      limit: untrack(() => this.#shown),
    };
  }

  /** How many filters are set behind "More filters". */
  get behind(): number {
    return setBehind(this.filters);
  }

  /** What is said beside a filter: whether it stands as the case has it. */
  hintOf(filter: FilterId): string | undefined {
    return this.fromCase.includes(filter) ? 'From the case' : undefined;
  }

  get any(): boolean {
    return Object.values(this.filters).some(Boolean);
  }

  ask(search: DirectorySearch): void {
    this.answered = this.#ask(search);
  }

  async #ask(search: DirectorySearch): Promise<void> {
    const turn = ++this.#asked;
    try {
      // Where a list is shown already, what the screen can show of the next one comes before the rest.
      // What was answered before is no reason to ask again.
      const again = untrack(() => this.results !== null);
      if (again) {
        const room = innerHeight - this.listTop();
        const limit = Math.min(search.limit, Math.max(1, Math.ceil(room / lowestRow)));
        const first = await core.directoryRows({ ...search, limit });
        if (turn !== this.#asked) return;
        this.results = first;
        this.partial = true;
        void this.#complete(search, turn);
      } else {
        this.#take(search, await core.searchDirectory(search), turn);
      }
      this.fault = null;
    } catch (caught) {
      if (turn === this.#asked) this.fault = faultOf(caught);
    }
  }

  /** Asks for the rest of an answer once its first rows are drawn. */
  async #complete(search: DirectorySearch, turn: number): Promise<void> {
    try {
      await nextFrame();
      if (turn !== this.#asked) return;
      const whole = await core.searchDirectory(search);
      if (turn !== this.#asked) return;
      this.#take(search, whole, turn);
      live.sayAfterPause(told(whole));
    } catch (caught) {
      if (turn !== this.#asked) return;
      // What stood beside the rows before is of another question.
      this.whole = null;
      this.fault = faultOf(caught);
    }
  }

  #take(search: DirectorySearch, whole: DirectoryResults, turn: number): void {
    if (turn !== this.#asked) return;
    this.results = whole;
    this.partial = false;
    this.whole = whole;
    this.wholeOf = search.council;
    this.#remember(whole);
    lastSearch.note(search, whole.matched);
  }

  /** Fetches the next rows; gives the place of the first of them. */
  async turn(): Promise<number | null> {
    const before = this.results;
    if (!before || this.#turning) return null;
    const turn = this.#asked;
    this.#turning = true;
    try {
      const from = before.rows.length;
      const next = await core.directoryRows({ ...this.search, from, limit: page });
      if (turn !== this.#asked) return null;
      this.results = { ...before, rows: [...before.rows, ...next.rows] };
      this.#shown = Math.max(page, this.results.rows.length);
      live.say(`${this.results.rows.length} of ${before.matched} shown`);
      return from;
    } catch (caught) {
      this.fault = faultOf(caught);
      return null;
    } finally {
      this.#turning = false;
    }
  }

  keep(): void {
    const { filters } = this;
    router.keep({
      ...filters,
      words: this.words,
      council: filters.council || '-',
      view: this.view === 'list' ? null : this.view,
      more: this.more ? 'shown' : null,
      shown: this.#shown > page ? String(this.#shown) : null,
    });
  }

  type(words: string): void {
    this.#shown = page;
    this.words = words;
  }

  choose(filter: string, value: string): void {
    if (!isFilter(filter)) return;
    this.#shown = page;
    this.#chosen = { ...this.#chosen, [filter]: value };
    if (this.ofCase.used[filter] !== undefined) {
      this.ofCase.letGo = [...this.ofCase.letGo, filter];
    }
  }

  /** Lets go of everything that the case says. */
  withoutCase(): void {
    this.#shown = page;
    this.ofCase.letGo = this.#said;
    live.say('What the case says was let go');
  }

  /** Takes what the case says again, in place of what was chosen. */
  caseAgain(): void {
    this.#shown = page;
    const said = this.#said;
    const others = Object.entries(this.#chosen).filter(([id]) => !said.some((one) => one === id));
    this.#chosen = Object.fromEntries(others);
    this.ofCase.letGo = [];
    live.say('What the case says is used again');
  }

  get #said(): readonly FilterId[] {
    return filterIds.filter((id) => this.ofCase.says[id] !== undefined);
  }

  /** Takes every filter off. What was set can be brought back for a while. */
  clear(): void {
    const { letGo } = this.ofCase;
    const before = this.#chosen;
    if (!this.any) return;
    this.#shown = page;
    this.#chosen = filtersOf(() => '');
    this.ofCase.letGo = this.#said;
    undo.give('Cleared the filters', () => {
      this.#chosen = before;
      this.ofCase.letGo = letGo;
    });
  }

  /** The values of a filter. One that is chosen stays among them when it would leave nothing. */
  choices(filter: FilterId, counts: readonly FacetCount[] | undefined): FacetCount[] {
    const value = this.filters[filter];
    const known = counts ?? [];
    if (!value || known.some((count) => count.value === value)) return [...known];
    return [...known, { value, label: this.labelOf(filter, value), count: 0 }];
  }

  /** The words for a value, as they were last told. */
  labelOf(filter: FilterId, value: string): string {
    return this.#labels.get(`${filter} ${value}`) ?? value;
  }

  #remember({ needs, kinds, groups, options }: DirectoryResults): void {
    const all = { need: needs, kind: kinds, group: groups, option: options };
    for (const [filter, counts] of Object.entries(all)) {
      for (const { value, label } of counts) this.#labels.set(`${filter} ${value}`, label);
    }
  }
}

/** What the answer is, as it is spoken. */
function told(results: DirectoryResults): string {
  const unsuited = results['unsuited-count'];
  const near = results['next-door-count'];
  return [
    counted(results.matched, 'entry', 'entries'),
    unsuited > 0 && `${unsuited} ${unsuited === 1 ? 'does' : 'do'} not fit this person`,
    near > 0 && `${near} in councils next door`,
  ]
    .filter(Boolean)
    .join(', ');
}

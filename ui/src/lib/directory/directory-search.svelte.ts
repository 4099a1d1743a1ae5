import { untrack } from 'svelte';
import {
  core,
  faultOf,
  program,
  type DirectoryResults,
  type DirectorySearch,
  type FacetCount,
  type Fault,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { router } from '$lib/shared/router.svelte';
import { undo } from '$lib/shared/undo.svelte';
import { asked, filtersOf, isFilter, setBehind, type FilterId, type Filters } from './filters';
import { lastSearch } from './upkeep/last-search.svelte';

const page = 50;

/** The ways to see what one filter leaves. */
export const views = ['list', 'map', 'gaps'] as const;
export type View = (typeof views)[number];

/** What the directory is asked, and what it answered. */
export class DirectoryLookUp {
  words = $state('');
  filters = $state.raw<Filters>(filtersOf(() => ''));
  view = $state<View>('list');
  /** Whether the filters behind "More filters" are shown. */
  more = $state(false);
  results = $state.raw<DirectoryResults | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** Settled when the last question is answered. */
  answered: Promise<void> = Promise.resolve();
  #shown = $state(page);
  #asked = 0;
  #turning = false;
  #labels = new Map<string, string>();

  constructor(query: URLSearchParams) {
    this.words = query.get('words') ?? '';
    this.filters = filtersOf((id) => {
      if (id !== 'council') return query.get(id) ?? '';
      // A dash says that the area was taken off; absence, that nothing was said of it.
      const council = query.get(id) ?? program.council ?? '';
      return council === '-' ? '' : council;
    });
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

  get any(): boolean {
    return Object.values(this.filters).some(Boolean);
  }

  ask(search: DirectorySearch): void {
    this.answered = this.#ask(search);
  }

  async #ask(search: DirectorySearch): Promise<void> {
    const turn = ++this.#asked;
    try {
      const results = await core.searchDirectory(search);
      if (turn !== this.#asked) return;
      const again = this.results !== null;
      this.results = results;
      lastSearch.note(search, results.matched);
      this.fault = null;
      this.#remember(results);
      if (again) live.sayAfterPause(told(results));
    } catch (caught) {
      if (turn === this.#asked) this.fault = faultOf(caught);
    }
  }

  /** Fetches the next rows; gives the place of the first of them. */
  async turn(): Promise<number | null> {
    const before = this.results;
    if (!before || this.#turning) return null;
    const turn = this.#asked;
    this.#turning = true;
    try {
      const from = before.rows.length;
      const next = await core.searchDirectory({ ...this.search, from, limit: page });
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
    this.filters = { ...this.filters, [filter]: value };
  }

  /** Takes every filter off. What was set can be brought back for a while. */
  clear(): void {
    const before = this.filters;
    if (!this.any) return;
    this.#shown = page;
    this.filters = filtersOf(() => '');
    undo.give('Cleared the filters', () => {
      this.filters = before;
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

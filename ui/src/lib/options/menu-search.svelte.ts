import { tick } from 'svelte';
import {
  core,
  faultOf,
  program,
  type CourtKind,
  type Fault,
  type Menu,
  type OptionPage,
  type OptionResults,
  type OptionSearch,
  type Stage,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { nextFrame } from '$lib/shared/frames';
import { router } from '$lib/shared/router.svelte';

const courtKinds: readonly CourtKind[] = [
  'high-court',
  'sheriff-solemn',
  'sheriff-summary',
  'justice-of-the-peace',
  'sheriff-appeal',
];
const stages: readonly Stage[] = [
  'arrested',
  'charged',
  'first-appearance',
  'before-verdict',
  'before-sentence',
  'breach-of-order',
  'appeal-pending',
];

/** What a look-up screen asks of a menu, and what it was answered. */
export class MenuSearch {
  readonly menu: Menu;
  words = $state('');
  court = $state('');
  stage = $state('');
  family = $state('');
  outOfForce = $state(false);
  council = $state<string | null>(null);
  chosen = $state<string | null>(null);
  results = $state.raw<OptionResults | null>(null);
  /** The results whose counts stand beside the filters: those of the list, a frame later. */
  counted = $state.raw<OptionResults | null>(null);
  /** What the results were found by; what is typed may be ahead of it. */
  found = $state.raw<Pick<OptionSearch, 'words' | 'family'>>({ words: '', family: null });
  page = $state.raw<OptionPage | null>(null);
  fault = $state.raw<Fault | null>(null);
  #asked = 0;
  #answered = 0;
  #waiting: (() => void)[] = [];
  #opened = 0;
  /** The option that a link named, until it is shown. */
  #named: string | null;

  constructor(menu: Menu, query: URLSearchParams) {
    this.menu = menu;
    this.words = query.get('words') ?? '';
    this.court = query.get('court') ?? '';
    this.stage = query.get('stage') ?? '';
    this.family = query.get('family') ?? '';
    this.found = { words: this.words, family: this.family };
    this.outOfForce = query.has('ended');
    this.chosen = query.get('id');
    this.#named = this.chosen;
    this.council = query.get('council') ?? program.council;
  }

  /** The question, as the core takes it. */
  get search(): OptionSearch {
    return {
      menu: this.menu,
      words: this.words,
      court: courtKinds.find((kind) => kind === this.court) ?? null,
      stage: stages.find((stage) => stage === this.stage) ?? null,
      family: this.family || null,
      'as-at': program.asAt,
      'out-of-force': this.outOfForce,
      council: this.council,
    };
  }

  /** Asks again. An answer that a later question has overtaken is dropped. */
  async ask(search: OptionSearch): Promise<void> {
    const asked = ++this.#asked;
    try {
      const results = await core.searchOptions(search);
      if (asked !== this.#asked) return;
      if (this.#showsEnded(results)) return;
      this.fault = null;
      // New words mean their best match, whatever fewer of them had found on the way.
      const renewed = search.words !== '' && search.words !== this.found.words;
      this.found = search;
      this.results = results;
      if (renewed || !results.rows.some(({ id }) => id === this.chosen))
        this.chosen = results.rows[0]?.id ?? null;
      if (search.words) live.sayAfterPause(counted(results.rows.length, 'option'));
      this.#answered = asked;
      await tick();
      for (const act of this.#waiting.splice(0)) act();
      if (this.counted) await nextFrame();
      if (asked === this.#asked) this.counted = results;
    } catch (caught) {
      this.fault = faultOf(caught);
      this.#answered = asked;
      this.#waiting = [];
    }
  }

  /**
   * Does something with what is found. While an answer is awaited the list is still of the question
   * before: what is asked of its rows then waits its turn, so that no key meant for one option lands
   * on another. Where no answer comes it is not done.
   */
  onceAnswered(act: () => void): void {
    if (this.#answered === this.#asked) act();
    else this.#waiting.push(act);
  }

  /** Whether the option that a link named is shown only among those that ended: then they are shown. */
  #showsEnded(results: OptionResults): boolean {
    const named = this.#named;
    this.#named = null;
    if (!named || this.outOfForce || results.rows.some(({ id }) => id === named)) return false;
    this.outOfForce = true;
    return true;
  }

  /** Opens the chosen option's page. */
  async open(id: string | null, asAt: string, council: string | null): Promise<void> {
    const opened = ++this.#opened;
    if (id === null) {
      this.page = null;
      return;
    }
    try {
      // The list comes first: what stands beside it is asked for once that is drawn.
      await nextFrame();
      if (opened !== this.#opened) return;
      const page = await core.optionPage(this.menu, id, asAt, council);
      if (opened === this.#opened) this.page = page;
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  /** The wording of the chosen option, once all that was asked is answered; never that of another. */
  wording(): string | null {
    const { page } = this;
    const shown = this.#answered === this.#asked && page?.option.id === this.chosen;
    return shown ? page.wording : null;
  }

  /** Keeps the question in the address, so that going back finds it. */
  keep(): void {
    router.keep({
      words: this.words,
      court: this.court,
      stage: this.stage,
      family: this.family,
      ended: this.outOfForce ? 'shown' : null,
      council: this.council === program.council ? null : this.council,
      id: this.chosen,
    });
  }

  clearFilters(): void {
    this.court = '';
    this.stage = '';
    this.family = '';
    this.outOfForce = false;
  }
}

import {
  core,
  faultOf,
  program,
  type DirectoryResults,
  type DirectorySearch,
  type Fault,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { router } from '$lib/shared/router.svelte';

const page = 50;

/** What the directory is asked, and what it answered. */
export class DirectoryLookUp {
  words = $state('');
  court = $state('');
  council = $state('');
  kind = $state('');
  need = $state('');
  notRunning = $state(false);
  results = $state.raw<DirectoryResults | null>(null);
  fault = $state.raw<Fault | null>(null);
  shown = $state(page);
  #asked = 0;

  constructor(query: URLSearchParams) {
    const council = query.get('council') ?? program.council ?? '';
    this.words = query.get('words') ?? '';
    this.court = query.get('court') ?? '';
    // A dash says that the area was taken off; absence, that nothing was said of it.
    this.council = council === '-' ? '' : council;
    this.kind = query.get('kind') ?? '';
    this.need = query.get('need') ?? '';
    this.notRunning = query.has('ended');
    this.shown = Number(query.get('shown') ?? page) || page;
  }

  get search(): DirectorySearch {
    return {
      words: this.words,
      court: this.court || null,
      council: this.council || null,
      kind: this.kind || null,
      need: this.need || null,
      option: null,
      prison: null,
      group: null,
      'before-sentence': false,
      person: { sex: null, age: null, 'under-order': null },
      taking: false,
      expired: false,
      'not-running': this.notRunning,
      'as-at': program.asAt,
      from: 0,
      limit: this.shown,
    };
  }

  async ask(search: DirectorySearch): Promise<void> {
    const asked = ++this.#asked;
    try {
      const results = await core.searchDirectory(search);
      if (asked !== this.#asked) return;
      this.results = results;
      this.fault = null;
      if (search.words) live.sayAfterPause(counted(results.matched, 'entry', 'entries'));
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  keep(): void {
    router.keep({
      words: this.words,
      court: this.court,
      council: this.council || '-',
      kind: this.kind,
      need: this.need,
      ended: this.notRunning ? 'shown' : null,
      shown: this.shown > page ? String(this.shown) : null,
    });
  }

  more(): void {
    this.shown += page;
  }

  choose(filter: string, value: string): void {
    this.shown = page;
    if (filter === 'court') this.court = value;
    if (filter === 'council') this.council = value;
    if (filter === 'kind') this.kind = value;
    if (filter === 'need') this.need = value;
    if (filter === 'ended') this.notRunning = value !== '';
  }

  clear(): void {
    for (const filter of ['court', 'council', 'kind', 'need', 'ended']) this.choose(filter, '');
  }
}

import {
  core,
  faultOf,
  program,
  type Assurance,
  type Fault,
  type ServiceId,
  type WorkList,
  type WorkListSearch,
  type WorkRow,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { router } from '$lib/shared/router.svelte';
import { undo } from '$lib/shared/undo.svelte';
import { confirming } from '../confirming.svelte';
import { focusIfLost, focusOn } from '../focus';

const page = 50;
const isAssurance = (word: string | null): word is Assurance =>
  ['never-assured', 'fresh', 'due', 'stale', 'expired', 'in-the-future'].includes(word ?? '');

/** The entries of one provider, to be asked about in one call. */
export interface ProviderGroup {
  provider: string;
  rows: WorkRow[];
}

/** The entries that are to be confirmed: what was asked, what is marked, and what is done. */
export class Work {
  words = $state('');
  council = $state('');
  assurance = $state<Assurance | ''>('');
  shown = $state(page);
  list = $state.raw<WorkList | null>(null);
  fault = $state.raw<Fault | null>(null);
  marked = $state.raw<ReadonlySet<ServiceId>>(new Set());
  busy = $state(false);
  #asked = 0;

  constructor(query: URLSearchParams) {
    const council = query.get('council') ?? program.council ?? '';
    const assurance = query.get('state');
    this.words = query.get('words') ?? '';
    // A dash says that the area was taken off; absence, that nothing was said of it.
    this.council = council === '-' ? '' : council;
    this.assurance = isAssurance(assurance) ? assurance : '';
    this.shown = Number(query.get('shown')) || page;
  }

  get search(): WorkListSearch {
    return {
      council: this.council || null,
      assurance: this.assurance || null,
      words: this.words,
      from: 0,
      limit: this.shown,
    };
  }

  readonly rows = $derived(this.list?.rows ?? []);
  readonly groups = $derived.by(() => {
    const groups: ProviderGroup[] = [];
    for (const row of this.rows) {
      const last = groups.at(-1);
      if (last?.provider === row.provider) last.rows.push(row);
      else groups.push({ provider: row.provider, rows: [row] });
    }
    return groups;
  });
  /** The marked entries that the list shows: no other is ever confirmed. */
  readonly markedHere = $derived(
    this.rows.map(({ row }) => row.service.id).filter((id) => this.marked.has(id)),
  );

  async ask(search: WorkListSearch): Promise<void> {
    const asked = ++this.#asked;
    try {
      const list = await core.workList(search);
      if (asked !== this.#asked) return;
      this.list = list;
      this.fault = null;
      if (search.words) live.sayAfterPause(counted(list.matched, 'entry', 'entries'));
    } catch (caught) {
      this.fault = faultOf(caught);
    }
  }

  keep(): void {
    router.keep({
      words: this.words,
      council: this.council || '-',
      state: this.assurance,
      shown: this.shown > page ? String(this.shown) : null,
    });
  }

  more(): void {
    this.shown += page;
  }

  clear(): void {
    this.words = '';
    this.council = '';
    this.assurance = '';
    this.shown = page;
  }

  flip(id: ServiceId): void {
    const marked = new Set(this.marked);
    if (!marked.delete(id)) marked.add(id);
    this.marked = marked;
    live.say(counted(marked.size, 'entry marked', 'entries marked'));
  }

  markAll(ids: readonly ServiceId[]): void {
    this.marked = new Set([...this.marked, ...ids]);
    live.say(counted(this.marked.size, 'entry marked', 'entries marked'));
  }

  unmark(): void {
    this.marked = new Set();
    live.say('None marked');
  }

  /** "Checked, no change" for entries; the row after them takes the focus. */
  async confirm(ids: readonly ServiceId[]): Promise<void> {
    const [first] = ids;
    if (this.busy || first === undefined) return;
    this.busy = true;
    const name = this.rows.find(({ row }) => row.service.id === first)?.row.service.name ?? '';
    try {
      const changes = await confirming.confirm(ids);
      this.marked = new Set([...this.marked].filter((id) => !ids.includes(id)));
      const after = this.#after(ids);
      await this.ask(this.search);
      await focusOn(`work-${after}`, 'work-title');
      const words = ids.length === 1 ? name : counted(ids.length, 'entry', 'entries');
      undo.give(`Confirmed ${words}`, () => {
        void this.#takeBack(changes).then(() => focusIfLost(`work-${first}`, 'work-title'));
      });
    } catch (caught) {
      this.fault = faultOf(caught);
    }
    this.busy = false;
  }

  /** The first entry after these that stays in the list. */
  #after(ids: readonly ServiceId[]): ServiceId {
    const order = this.rows.map(({ row }) => row.service.id);
    const last = Math.max(...ids.map((id) => order.indexOf(id)));
    const stays = (id: ServiceId) => !ids.includes(id);
    return order.slice(last).find(stays) ?? order.slice(0, last).findLast(stays) ?? '';
  }

  async #takeBack(changes: readonly string[]): Promise<void> {
    try {
      await confirming.takeBack(changes);
    } catch (caught) {
      this.fault = faultOf(caught);
    }
    await this.ask(this.search);
  }
}

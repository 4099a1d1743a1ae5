import { tick } from 'svelte';
import {
  core,
  faultOf,
  wordsFor,
  type Conference,
  type ConferenceRecord,
  type Fault,
} from '$lib/core';
import { moved, putBack, without } from '$lib/shared/lists';
import { live } from '$lib/shared/live.svelte';
import { saving } from '$lib/shared/saving.svelte';
import { threeWay } from '$lib/shared/three-way';
import { undo } from '$lib/shared/undo.svelte';
import { parts, rowName, withRows, type ListName, type PartName } from './parts';

/** A save leaves at most this long after the first change that is not on disk. */
const patience = 500;
const tryAgainAfter = 5_000;

/** A conference on the table: what is shown, what the store holds, and the saves between them. */
export class ConferenceWork {
  /** As it stands on the screen. Replaced, never changed in place. */
  conference: Conference = $state.raw(blank);
  /** What somebody else saved, while parts of it and of ours cannot both stand. */
  theirs = $state.raw<ConferenceRecord | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** The row that is open for editing. */
  open = $state.raw<{ list: ListName; at: number } | null>(null);
  #base: ConferenceRecord;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #running: Promise<void> = Promise.resolve();

  constructor(record: ConferenceRecord) {
    this.#base = record;
    this.conference = record.conference;
  }

  /** The revision that the store holds, once every change is saved. */
  get rev(): number {
    return this.#base.rev;
  }

  /** The parts that both people changed, each in another way. */
  get clashes(): PartName[] {
    if (!this.theirs) return [];
    const { conference } = this.#base;
    return threeWay(parts, conference, this.conference, this.theirs.conference).both;
  }

  /** Changes parts of the conference; the change is saved at once. */
  set(part: Partial<Conference>): void {
    this.conference = { ...this.conference, ...part };
    this.#timer ??= setTimeout(() => void this.save(), patience);
  }

  /** Saves what is not on disk. One save runs at a time; what is typed meanwhile follows it. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#sending) this.#running = this.#run();
    return this.#running;
  }

  /** Takes a record read afresh, such as after a pack was built. */
  take(record: ConferenceRecord): void {
    if (this.conference !== this.#base.conference) return;
    this.#base = record;
    this.conference = record.conference;
  }

  /** Ends a clash: these parts as somebody else has them, and all the rest as we have it. */
  settle(asTheirs: readonly PartName[]): void {
    const { theirs } = this;
    if (!theirs) return;
    const { merged } = threeWay(parts, this.#base.conference, this.conference, theirs.conference);
    const chosen = asTheirs.map((part) => [part, theirs.conference[part]] as const);
    this.#base = theirs;
    this.theirs = null;
    this.set({ ...merged, ...Object.fromEntries(chosen) });
    void this.save();
  }

  /** Adds a row at the end of a list and opens it. */
  added(list: ListName, part: Partial<Conference>): void {
    this.set(part);
    this.open = { list, at: this.conference[list].length - 1 };
  }

  /** Moves a row and keeps the focus on it. */
  move(list: ListName, from: number, by: number): void {
    const rows = this.conference[list];
    const to = from + by;
    if (to < 0 || to >= rows.length) {
      live.say(`${rowName(this.conference, list, from)} is already ${by < 0 ? 'first' : 'last'}`);
      return;
    }
    const focused = document.activeElement;
    const control = focused?.id.startsWith(`${list}-${from}-`) ? focused.id : '';
    // What is half typed is taken before its row moves.
    if (focused instanceof HTMLElement) focused.blur();
    this.set(withRows(list, this.conference, (now) => moved(now, from, to)));
    if (this.open?.list === list && this.open.at === from) this.open = { list, at: to };
    else if (this.open?.list === list && this.open.at === to) this.open = { list, at: from };
    live.say(`${rowName(this.conference, list, to)}: ${to + 1} of ${rows.length}`);
    void tick().then(() => {
      const there = control.replace(`${list}-${from}-`, `${list}-${to}-`);
      document.getElementById(there)?.focus();
    });
  }

  /** Removes a row, and offers it back. */
  remove(list: ListName, at: number): void {
    const was = this.conference;
    const name = rowName(this.conference, list, at);
    if (this.open?.list === list) this.open = null;
    this.set(withRows(list, was, (now) => without(now, at)));
    undo.give(`Removed ${name}`, () => {
      this.set(withRows(list, this.conference, (now, before) => putBack(now, before, at), was));
    });
    void tick().then(() => {
      const rows = document.querySelectorAll<HTMLElement>(`[data-list='${list}']`);
      const next = rows[Math.min(at, rows.length - 1)]?.querySelector('button');
      (next ?? document.getElementById(`${list}-add`))?.focus();
    });
  }

  async #run(): Promise<void> {
    this.#sending = true;
    await this.#sendAll();
    // In the same step as the last look at what changed: a later change begins another run.
    this.#sending = false;
  }

  async #sendAll(): Promise<void> {
    while (this.conference !== this.#base.conference && !this.theirs) {
      const sent = this.conference;
      const { id, rev } = this.#base;
      try {
        const saved = await saving.during(
          core.saveConference({ id, rev, conference: sent }),
          (caught) => wordsFor(faultOf(caught)).says,
        );
        this.fault = null;
        if (saved.outcome === 'conflict') this.#meet(saved.theirs);
        else this.#confirm(sent, saved.record);
      } catch (caught) {
        this.fault = faultOf(caught);
        if (this.fault.code === 'store-unavailable' || this.fault.code === 'disk-full') {
          this.#timer ??= setTimeout(() => void this.save(), tryAgainAfter);
        }
        return;
      }
    }
  }

  #confirm(sent: Conference, record: ConferenceRecord): void {
    this.#base = record;
    if (this.conference === sent) this.conference = record.conference;
  }

  /** Keeps both people's changes; asks only about the parts that both changed. */
  #meet(theirs: ConferenceRecord): void {
    const { conference } = this.#base;
    const { merged, both } = threeWay(parts, conference, this.conference, theirs.conference);
    if (both.length > 0) {
      this.theirs = theirs;
      live.alert('Somebody else changed the same parts of this conference. Choose what to keep.');
      return;
    }
    this.#base = theirs;
    this.conference = merged;
    live.say('Somebody else changed this conference too. Both changes are kept.');
  }
}

const blank: Conference = {
  'meeting-type': '',
  title: '',
  case: null,
  about: '',
  starts: '',
  ended: null,
  place: '',
  marking: '',
  quorate: null,
  facts: [],
  people: [],
  agenda: [],
  papers: [],
  decisions: [],
  actions: [],
  'persons-comments': null,
  next: null,
  packs: [],
};

import { core, program } from '$lib/core';
import type {
  Answer,
  Completeness,
  Draft,
  Flaw,
  Form,
  Issued,
  OpenDraft,
  Question,
  QuestionId,
  ReportId,
  Section,
  SectionProgress,
  TableRow,
} from '$lib/core';
import { same } from '$lib/shared/three-way';
import { SvelteSet } from 'svelte/reactivity';
import { countWords, isAsked, isBlank, wordsOf, type Answers } from './answers';
import { followed, newNumbers } from './citations';
import { Editors } from './editors.svelte';
import { SaveQueue } from './save-queue.svelte';

/** Queues that hold something the store does not: kept while the program runs, whatever is shown. */
const unsaved = new Map<ReportId, SaveQueue>();

/** What was saved before this belongs to an earlier sitting. */
const began = new Date().toISOString();
/** Drafts that were opened in this sitting. */
const opened = new Set<ReportId>();

/** A report on the page: its form, its answers as they are written, and how they stand. */
export class ReportDraft {
  readonly id: ReportId;
  readonly form: Form;
  readonly record: OpenDraft['record'];
  readonly queue: SaveQueue;
  readonly editors = new Editors();
  /** Questions whose faults have been looked at: they show them. */
  readonly pointed = new SvelteSet<QuestionId>();

  answers = $state.raw<Answers>({});
  completeness = $state.raw<Completeness>({ sections: [], flaws: [] });
  issued = $state.raw<Issued | null>(null);
  /** The section being written. */
  chosen = $state('');
  /** The question that has the focus, or had it last. */
  current = $state<QuestionId | null>(null);
  /** When an earlier sitting saved it last, until the author goes on with it in this one. */
  keptTo = $state<string | null>(null);
  /** The check that was gone to last. */
  check = $state.raw<Flaw | null>(null);

  #set = new Map<QuestionId, Answer>();
  /** What cited a source that was removed, should its row come back. */
  #cited = new WeakMap<TableRow, { question: QuestionId; before: Answer; after: Answer }[]>();

  constructor({ draft, form, record, completeness }: OpenDraft) {
    this.id = draft.id;
    this.form = form;
    this.record = record;
    this.issued = draft.issued;
    this.completeness = completeness;
    this.answers = draft.answers;
    this.chosen = form.section[0]?.id ?? '';
    this.queue = this.#queueFor(draft);
    this.keptTo = isKept(draft) ? draft['saved-at'] : null;
    opened.add(draft.id);
  }

  /** Fetches a report, once what was left unsaved of it had its chance to be saved. */
  static async fetch(id: ReportId): Promise<OpenDraft> {
    await unsaved.get(id)?.flush();
    return core.openDraft(id);
  }

  /** The section being written. */
  get section(): Section | undefined {
    return this.form.section.find(({ id }) => id === this.chosen);
  }

  /** The questions of a section that are asked. */
  asked(section: Section): Question[] {
    return section.question.filter((question) => isAsked(question['asked-if'], this.answers));
  }

  progress(section: string): SectionProgress | undefined {
    return this.completeness.sections.find((progress) => progress.section === section);
  }

  /** The words written in a section, counted as they are typed. */
  words(section: Section): number {
    return section.question.reduce((count, { id }) => {
      const answer = this.answers[id];
      return answer ? count + countWords(wordsOf(answer)) : count;
    }, 0);
  }

  flawsOf(question: QuestionId): Flaw[] {
    return this.completeness.flaws.filter((flaw) => flaw.question === question);
  }

  question(id: QuestionId): Question | undefined {
    return this.form.section.flatMap(({ question }) => question).find((one) => one.id === id);
  }

  /** Takes an answer, shows it and puts it in the queue. */
  answer(question: QuestionId, answer: Answer | null): void {
    if (question === 'sources') this.#follow(answer);
    const kept = answer && !isBlank(answer) ? answer : null;
    this.keptTo = null;
    this.#show(question, kept);
    this.queue.put(question, kept);
  }

  /** Says that something is not known. What was written is kept beside, should it come back. */
  setAside(question: QuestionId): void {
    const before = this.answers[question];
    if (before) this.#set.set(question, before);
    this.answer(question, { kind: 'not-known', why: '' });
  }

  /** Takes back "not known": what was written before it returns. */
  bringBack(question: QuestionId): void {
    this.answer(question, this.#set.get(question) ?? null);
    this.#set.delete(question);
  }

  /** The section before or after the chosen one. */
  beside(by: 1 | -1): Section | undefined {
    const at = this.form.section.findIndex(({ id }) => id === this.chosen);
    return this.form.section[at + by];
  }

  choose(section: string): void {
    if (section === this.chosen) return;
    void this.queue.flush();
    this.chosen = section;
    this.current = null;
  }

  /** Goes to a check's section; its question shows from now on what is wrong with it. */
  point(flaw: Flaw): void {
    this.pointed.add(flaw.question);
    this.check = flaw;
    this.choose(flaw.section);
    this.current = flaw.question;
  }

  /** Leaves the report: saves at once, and holds on to what could not be saved. */
  async leave(): Promise<void> {
    const all = await this.queue.flush();
    if (all && unsaved.get(this.id) === this.queue) unsaved.delete(this.id);
  }

  /** Keeps every citation with its source when the list of sources is about to change. */
  #follow(next: Answer | null): void {
    const now = this.answers['sources'];
    if (now?.kind !== 'table' || next?.kind !== 'table') return;
    const numbers = newNumbers(now.rows, next.rows);
    const gone = now.rows.filter((_row, at) => numbers.get(at + 1) === null);
    const back = next.rows.flatMap((row) => this.#cited.get(row) ?? []);
    for (const [question, before] of Object.entries(this.answers)) {
      const after = followed(before, numbers);
      if (after === before) continue;
      for (const row of gone) {
        this.#cited.set(row, [...(this.#cited.get(row) ?? []), { question, before, after }]);
      }
      this.answer(question, after);
    }
    for (const { question, before, after } of back) {
      if (same(this.answers[question], after)) this.answer(question, before);
    }
    for (const row of next.rows) this.#cited.delete(row);
  }

  #show(question: QuestionId, answer: Answer | null): void {
    const { [question]: _before, ...others } = this.answers;
    this.answers = answer ? { ...others, [question]: answer } : others;
  }

  #queueFor(draft: Draft): SaveQueue {
    const wires = {
      send: (...given: [number, QuestionId, Answer | null]) => core.saveAnswer(this.id, ...given),
      onsaved: ({ completeness }: { completeness: Completeness }) => {
        this.completeness = completeness;
      },
      onchanged: (question: QuestionId, answer: Answer | null) => {
        this.#show(question, answer);
      },
    };
    const held = unsaved.get(draft.id);
    const queue = held ?? new SaveQueue(draft, wires);
    unsaved.set(draft.id, queue);
    if (held) {
      held.rewire(draft, wires);
      for (const [question, answer] of held.mine) this.#show(question, answer);
    }
    return queue;
  }
}

/**
 * Whether a draft was written in an earlier sitting and is opened for the first time in this one.
 * Those of the demonstration are nobody's.
 */
function isKept(draft: Draft): boolean {
  const written = Object.keys(draft.answers).length > 0;
  return (
    written &&
    !draft.issued &&
    !program.session?.demonstration &&
    !opened.has(draft.id) &&
    draft['saved-at'] < began
  );
}

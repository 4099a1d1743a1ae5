import {
  core,
  faultOf,
  type ColumnChoice,
  type Fault,
  type ImportBatch,
  type ImportPreview,
  type ImportProgress,
  type TextEncoding,
} from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';
import { undo } from '$lib/shared/undo.svelte';
import { focusOn } from '../focus';

/** What is said of a file whose reading or taking in was cancelled. */
export const cancelledWords = 'Cancelled. Nothing was changed.';

/** How often it is asked how far a file is. */
const lookEvery = 200;

/** What is going on. A file that was read is compared again when its columns are
 * others, or its contacts are chosen. */
type Busy = '' | 'reading' | 'comparing' | 'taking' | 'taking-back';

const nothingDone: ImportProgress = { done: 0, of: 0 };

/** A file that is looked at before it is taken in, and the files that were taken in before. */
export class Importing {
  encoding = $state<TextEncoding>('utf8');
  preview = $state.raw<ImportPreview | null>(null);
  /** Whether what the file says stands where it changes what was changed here too. */
  theirs = $state(false);
  /** What is going on, where it takes a while. */
  busy = $state<Busy>('');
  fault = $state.raw<Fault | null>(null);
  /** How far the taking in is; of nothing while that is not known. */
  progress = $state.raw<ImportProgress>(nothingDone);
  /** Whether the person asked for it to be left off, and it has not ended yet. */
  cancelling = $state(false);
  /** Whether what was last begun was left off. */
  cancelled = $state(false);
  batches = $state.raw<readonly ImportBatch[] | null>(null);

  /** How many entries would be taken in. */
  readonly count = $derived.by(() => {
    const read = this.preview;
    if (!read) return 0;
    return read.new + read.changed + (this.theirs ? read.conflicting : 0);
  });

  /** Lets the person choose a file, and reads it. Nothing reaches the directory. */
  choose(): Promise<void> {
    return this.#during('reading', async () => {
      const read = await core.readImport(this.encoding);
      if (!read) {
        this.#leftOff();
        return;
      }
      this.theirs = false;
      await this.#show(read);
    });
  }

  /** Reads the held file again with other columns. */
  readAgain(columns: readonly ColumnChoice[]): Promise<void> {
    const held = this.preview;
    return this.#during('comparing', async () => {
      if (!held) return;
      const contacts = held.contacts === true;
      await this.#show(await core.chooseColumns(held.token, [...columns], contacts));
    });
  }

  /** Reads the held file again with its contacts or without them. The box keeps the focus. */
  chooseContacts(contacts: boolean): Promise<void> {
    const held = this.preview;
    return this.#during('comparing', async () => {
      if (!held) return;
      const read = await core.chooseColumns(held.token, held.columns, contacts);
      this.preview = read;
      this.#tell(read);
    });
  }

  /** Takes the held file in, all of it or nothing. */
  take(): Promise<void> {
    const held = this.preview;
    return this.#during('taking', async () => {
      if (!held || held['fault-count'] > 0) return;
      const taken = await core.takeImport(held.token, this.theirs);
      if (!taken) {
        this.#leftOff();
        return;
      }
      this.preview = null;
      await this.#list();
      const entries = taken.new + taken.changed;
      const words =
        entries === 0 ? 'what is kept beside entries' : counted(entries, 'entry', 'entries');
      await focusOn('taken-title');
      undo.give(`Took in ${words} from ${held.file}`, () => void this.takeBack(taken.batch));
    });
  }

  /** Whether what is going on can be left off. */
  get mayCancel(): boolean {
    return this.busy === 'reading' || this.busy === 'taking';
  }

  /** Leaves off reading a file or taking it in. What is held stays held. */
  async cancel(): Promise<void> {
    if (!this.mayCancel || this.cancelling) return;
    this.cancelling = true;
    await core.cancelImport().catch((caught: unknown) => {
      this.fault = faultOf(caught);
      this.cancelling = false;
    });
  }

  /** Lets the held file go; nothing of it was taken. */
  letGo(): void {
    this.preview = null;
    this.fault = null;
    this.cancelled = false;
    live.say('The file was let go. Nothing was taken in.');
    void focusOn('import-choose');
  }

  /** Takes a file back out. */
  takeBack(batch: string): Promise<void> {
    live.say('Taking the file back');
    return this.#during('taking-back', async () => {
      undo.forget();
      const taken = await core.undoImport(batch);
      await this.#list();
      await focusOn('taken-title');
      live.note(`Taken back: ${counted(taken.new + taken.changed, 'entry', 'entries')}`);
    });
  }

  /** Lists the files that were taken in. */
  list(): Promise<void> {
    return this.#list().catch((caught: unknown) => {
      this.fault = faultOf(caught);
    });
  }

  async #list(): Promise<void> {
    this.batches = await core.imports();
  }

  async #show(read: ImportPreview): Promise<void> {
    this.preview = read;
    await focusOn('preview-title');
    this.#tell(read);
  }

  #tell(read: ImportPreview): void {
    const faults = read['fault-count'];
    live.say(
      faults > 0
        ? `${read.file} was read: ${counted(faults, 'fault')}. Nothing can be taken in.`
        : `${read.file} was read: ${read.new} new, ${read.changed} changed.`,
    );
  }

  async #during(what: Exclude<Busy, ''>, act: () => Promise<void>) {
    if (this.busy) return;
    this.busy = what;
    this.fault = null;
    this.cancelled = false;
    const looking = what === 'taking' ? setInterval(() => void this.#look(), lookEvery) : undefined;
    try {
      await act();
    } catch (caught) {
      this.fault = faultOf(caught);
    }
    clearInterval(looking);
    this.busy = '';
    this.progress = nothingDone;
    this.cancelling = false;
  }

  /** Asks how far it is, and says so to those who cannot see it at each quarter. */
  async #look(): Promise<void> {
    const now = await core.importProgress().catch(() => this.progress);
    if (this.busy !== 'taking') return;
    const quarter = ({ done, of }: ImportProgress) => (of === 0 ? 0 : Math.floor((4 * done) / of));
    const further = quarter(now) > quarter(this.progress);
    this.progress = now;
    if (further && !this.cancelling) {
      live.say(`${now.done.toLocaleString('en-GB')} of ${counted(now.of, 'entry', 'entries')}`);
    }
  }

  /** Where it was left off because the person wanted it no more, that is said. */
  #leftOff(): void {
    if (!this.cancelling) return;
    this.cancelled = true;
    live.say(cancelledWords);
    void focusOn(this.preview ? 'import-take' : 'import-choose');
  }
}

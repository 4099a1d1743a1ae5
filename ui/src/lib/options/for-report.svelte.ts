import { core, faultOf, type Fault, type OptionId, type ReportId } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';

/** An option for a report, with the words that would be said of it. */
export interface OptionWords {
  option: OptionId;
  name: string;
  words: string;
}

/** Some options that may be put into a report together. */
export interface ReportSource {
  id: string;
  /** What they are, such as "The 3 parts of the proposal". */
  label: string;
  options: readonly OptionWords[];
}

/** Options on their way into a report. */
export class ForReport {
  readonly #sources: readonly ReportSource[];
  source = $state('');
  report = $state<ReportId | null>(null);
  busy = $state(false);
  /** What was done, once it is. */
  done = $state<string | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** The words that were changed, by option. */
  #written = $state.raw<ReadonlyMap<OptionId, string>>(new Map());
  readonly options = $derived.by(
    () => this.#sources.find(({ id }) => id === this.source)?.options ?? [],
  );

  constructor(sources: readonly ReportSource[], report: ReportId | null) {
    this.#sources = sources;
    this.source = sources[0]?.id ?? '';
    this.report = report;
  }

  wordsFor({ option, words }: OptionWords): string {
    return this.#written.get(option) ?? words;
  }

  write(option: OptionId, words: string): void {
    this.#written = new Map([...this.#written, [option, words]]);
  }

  /** Puts them in; `into` names the report and the person. */
  async put(into: string): Promise<void> {
    if (!this.report || this.busy) return;
    this.busy = true;
    this.fault = null;
    const options = this.options.map((one) => ({ option: one.option, words: this.wordsFor(one) }));
    try {
      const { added } = await core.putInReport(this.report, options);
      this.done = doneWords(added, options.length - added, into);
      live.say(this.done);
    } catch (caught) {
      this.fault = faultOf(caught);
    } finally {
      this.busy = false;
    }
  }
}

function doneWords(added: number, stood: number, into: string): string {
  const there = stood === 1 ? 'one stood there already' : `${stood} stood there already`;
  if (added === 0) return `Nothing was added to ${into}: ${there}`;
  const what = `Added to ${into}: ${counted(added, 'option')}`;
  return stood > 0 ? `${what}; ${there}, and ${stood === 1 ? 'is' : 'are'} left as written` : what;
}

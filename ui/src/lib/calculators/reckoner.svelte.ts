import { core, faultOf, type CalculatorId, type Facts, type Fault, type Working } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { live } from '$lib/shared/live.svelte';

/** Asks a calculator again whenever something changes, and holds its last answer. */
export class Reckoner {
  working = $state.raw<Working | null>(null);
  fault = $state.raw<Fault | null>(null);
  #asked = 0;

  /** Asks; an answer that a later question has overtaken is dropped. */
  async ask(id: CalculatorId, given: Facts, asAt: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const working = await core.calculate(id, given, asAt);
      if (asked !== this.#asked) return;
      this.#say(working);
      this.working = working;
      this.fault = null;
    } catch (caught) {
      if (asked !== this.#asked) return;
      this.working = null;
      this.fault = faultOf(caught);
    }
  }

  /** Says a new answer once typing has paused; the first one is only shown. */
  #say({ answers, missing }: Working): void {
    const before = this.working;
    if (!before) return;
    if (answers.length > 0) {
      const words = spoken(answers);
      if (words !== spoken(before.answers)) live.sayAfterPause(words);
    } else if (before.answers.length > 0 && missing.length > 0) {
      live.sayAfterPause('No answer: something has to be entered first.');
    }
  }
}

/** How many answers are spoken; the rest are there to be read. */
const most = 3;

function spoken(answers: Working['answers']): string {
  const said = answers.slice(0, most).map(({ label, value }) => `${label}: ${value}`);
  const more = answers.length - said.length;
  return [...said, ...(more > 0 ? [`And ${counted(more, 'other answer')}`] : [])].join('. ');
}

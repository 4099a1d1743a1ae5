import type { Measured, Menu, OptionId, Part } from '$lib/core';

/** What a figure of a part measures. */
export type Measure = Exclude<keyof Part, 'option'>;

const unmeasured = (option: OptionId): Part => ({
  option,
  term: null,
  hours: null,
  amount: null,
  'hours-a-day': null,
});

/** The parts thought of on one menu, each with its figures, in the order in which they were put. */
export class ProposalParts {
  parts = $state.raw<readonly Part[]>([]);

  /** Whether anything is proposed. */
  get any(): boolean {
    return this.parts.length > 0;
  }

  includes(option: OptionId): boolean {
    return this.parts.some((part) => part.option === option);
  }

  /** Adds an option with no figures yet; gives whether it was not among the parts already. */
  add(option: OptionId): boolean {
    if (this.includes(option)) return false;
    this.parts = [...this.parts, unmeasured(option)];
    return true;
  }

  /** Takes a part out; gives the function that puts it back where it stood. */
  remove(option: OptionId): () => void {
    const at = this.parts.findIndex((part) => part.option === option);
    const [part] = this.parts.slice(at, at + 1);
    if (at < 0 || !part) return () => undefined;
    this.parts = this.parts.toSpliced(at, 1);
    return () => {
      if (!this.includes(option)) this.parts = this.parts.toSpliced(at, 0, part);
    };
  }

  /** States one figure of a part, or takes it back. */
  figure(option: OptionId, measure: Measure, value: Part[Measure]): void {
    this.parts = this.parts.map((part) =>
      part.option === option ? { ...part, [measure]: value } : part,
    );
  }

  /** States the figure that a rule allows. */
  use(option: OptionId, figure: Measured): void {
    const [measure] = measuresOf([figure]);
    if (measure) this.figure(option, measure, figure[measure]);
  }

  /** Puts another option, with the figure that a rule allows of it, in place of a part. */
  exchange(option: OptionId, other: OptionId, figure: Measured): void {
    this.parts = this.parts.map((part) => (part.option === option ? unmeasured(other) : part));
    this.use(other, figure);
  }

  replace(parts: readonly Part[]): void {
    this.parts = parts;
  }

  clear(): void {
    this.parts = [];
  }
}

/**
 * What is thought of proposing, beside the facts of the case in hand: for each menu one proposal. It
 * is kept in memory for the sitting and nowhere else.
 */
export class CaseProposal {
  readonly bail = new ProposalParts();
  readonly disposals = new ProposalParts();

  /** The proposal of a menu. */
  on(menu: Menu): ProposalParts {
    return menu === 'bail' ? this.bail : this.disposals;
  }

  clear(): void {
    this.bail.clear();
    this.disposals.clear();
  }
}

/** Everything that is measured, in the order in which it is asked for. */
export const measures: readonly Measure[] = ['term', 'hours', 'hours-a-day', 'amount'];

/** The measures of some figures, each once. */
export function measuresOf(figures: readonly (Measured | null)[]): Measure[] {
  return measures.filter((measure) =>
    figures.some((figure) => figure && Object.hasOwn(figure, measure)),
  );
}

import type { Calculator, CalculatorId, Fact, FactId, Facts, FactValue } from '$lib/core';

/** What was entered over the facts, by place; `null` where a recorded fact was taken out here. */
export type Entered = ReadonlyMap<string, FactValue | null>;

/**
 * What was entered in the calculators. It is kept in memory for the sitting and nowhere else, and
 * changes no fact of the case: the facts only stand in the boxes until something else is entered.
 *
 * Each calculator has its own boxes, so that the figures of one case are not taken for another's. An
 * input that one calculator lends to others, such as the holidays of the court, is entered once.
 */
export class Calculations {
  /** The calculator that was used last. */
  last = $state<CalculatorId | null>(null);
  /** Counts the times that a calculator's boxes were all replaced, when they start afresh. */
  era = $state(0);
  #entered = $state.raw<Entered>(new Map());
  #ids: readonly CalculatorId[] = [];

  /** Takes the calculators there are: an input of one begins with its id. */
  know(all: readonly Calculator[]): void {
    this.#ids = all.map(({ id }) => id).toSorted((one, other) => other.length - one.length);
  }

  /** Whether another calculator lends this input. */
  isLent({ id }: Calculator, input: FactId): boolean {
    return this.#owner(id, input) !== id;
  }

  /** Whether something was entered over what the facts say. */
  has({ id }: Calculator, input: FactId): boolean {
    return this.#entered.has(this.#place(id, input));
  }

  /** What stands in a box: what was entered there, or else the recorded fact. */
  value({ id }: Calculator, input: Fact, recorded: Facts): FactValue | null {
    const own = this.#entered.get(this.#place(id, input.id));
    return own === undefined ? factFor(input, recorded) : own;
  }

  /** Everything that a calculator is given. */
  given(calculator: Calculator, recorded: Facts): Facts {
    return Object.fromEntries(
      calculator.input.flatMap((input) => {
        const value = this.value(calculator, input, recorded);
        return value === null ? [] : [[input.id, value]];
      }),
    );
  }

  /** Enters a value. What the facts say already is theirs again. */
  enter({ id }: Calculator, input: Fact, value: FactValue | null, recorded: Facts): void {
    const entered = new Map(this.#entered);
    const place = this.#place(id, input.id);
    if (sameValue(value, factFor(input, recorded))) entered.delete(place);
    else entered.set(place, value);
    this.#entered = entered;
  }

  /** What was entered in a calculator itself, without what others lend it. */
  own({ id }: Calculator): Entered {
    return new Map([...this.#entered].filter(([place]) => place.startsWith(`${id}/`)));
  }

  /** Replaces all that was entered in a calculator, as resetting does and taking that back. */
  replace({ id }: Calculator, entered: Entered): void {
    const others = [...this.#entered].filter(([place]) => !place.startsWith(`${id}/`));
    this.#entered = new Map([...others, ...entered]);
    this.era += 1;
  }

  clear(): void {
    this.#entered = new Map();
    this.last = null;
    this.era += 1;
  }

  #owner(id: CalculatorId, input: FactId): CalculatorId {
    return this.#ids.find((other) => input.startsWith(`${other}-`)) ?? id;
  }

  #place(id: CalculatorId, input: FactId): string {
    return `${this.#owner(id, input)}/${input}`;
  }
}

/** The recorded fact that an input asks for, if it is known. */
export function factFor(input: Fact, recorded: Facts): FactValue | null {
  const value = recorded[input.id];
  return value?.kind === input.kind ? value : null;
}

function sameValue(one: FactValue | null, other: FactValue | null): boolean {
  if (one === null || other === null) return one === other;
  return one.kind === other.kind && String(one.value) === String(other.value);
}

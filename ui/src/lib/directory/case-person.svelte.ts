import { program, type CaseLaw, type FactValue } from '$lib/core';
import { wholeYears } from '$lib/shared/dates';
import type { FilterId } from './filters';

/** The filters that a case can settle, with what it says. */
type Said = Readonly<Partial<Record<FilterId, string>>>;

/**
 * The person of the case that is open, as the directory asks; and which of it was let go, for as long
 * as the case is open. What the case does not record is not said.
 */
export class PersonOfCase {
  readonly #open: () => CaseLaw | null;
  #letGo = $state.raw<{ of: CaseLaw['case']; filters: readonly FilterId[] } | null>(null);

  constructor(open: () => CaseLaw | null = () => null) {
    this.#open = open;
  }

  /** The case; none where none is open. */
  get law(): CaseLaw | null {
    return this.#open();
  }

  /** Everything that the case says. */
  get says(): Said {
    return this.law ? saidBy(this.law, program.asAt) : {};
  }

  /** What of it was not let go. */
  get used(): Said {
    const { letGo } = this;
    return Object.fromEntries(
      Object.entries(this.says).filter(([id]) => !letGo.some((gone) => gone === id)),
    );
  }

  get letGo(): readonly FilterId[] {
    return this.#letGo && this.#letGo.of === this.law?.case ? this.#letGo.filters : [];
  }

  /** Lets these go, and no others. */
  set letGo(filters: readonly FilterId[]) {
    this.#letGo = this.law ? { of: this.law.case, filters } : null;
  }

  /** Forgets what was let go, as locking does. */
  forget(): void {
    this.#letGo = null;
  }
}

function saidBy({ person, facts }: CaseLaw, asAt: string): Said {
  const born = facts['date_of_birth'];
  const told = facts['age_now'];
  const under = facts['under_supervision'];
  const age = born?.kind === 'date' ? wholeYears(born.value, asAt) : yearsOf(told);
  const said: Partial<Record<FilterId, string | null>> = {
    council: person.council,
    court: person.court,
    sex: person.sex,
    age: age >= 0 ? String(age) : null,
    // That there is no supervision now does not say that there would be no order.
    order: under?.kind === 'flag' && under.value ? 'yes' : null,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

/** The whole years of an age that was told: "24", or those of "24 years 3 months". */
const yearsOf = (told: FactValue | undefined) =>
  told?.kind === 'age' ? Number.parseInt(told.value, 10) : NaN;

import { core, type FacetCount } from '$lib/core';

/** The needs and orders that the directory knows, by name. */
export interface CodeNames {
  needs: readonly FacetCount[];
  options: readonly FacetCount[];
}

/** Asks the whole directory for them: ended and planned entries name needs too. */
export async function codeNames(asAt: string): Promise<CodeNames> {
  const { needs, options } = await core.searchDirectory({
    words: '',
    court: null,
    council: null,
    prison: null,
    kind: null,
    need: null,
    group: null,
    option: null,
    'before-sentence': false,
    person: { sex: null, age: null, 'under-order': null },
    taking: false,
    'not-running': true,
    expired: true,
    'as-at': asAt,
    from: 0,
    limit: 1,
  });
  const byName = (one: FacetCount, other: FacetCount) =>
    one.label.localeCompare(other.label, 'en-GB');
  return { needs: needs.toSorted(byName), options: options.toSorted(byName) };
}

/** The name of a code, or the code where nobody told it. */
export function nameIn(list: readonly FacetCount[], code: string): string {
  return list.find(({ value }) => value === code)?.label ?? code;
}

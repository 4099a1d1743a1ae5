import { core, type DirectorySearch, type FacetCount } from '$lib/core';
import type { Choosable } from '$lib/shared/Choices.svelte';

/** What may be chosen in the form of an entry. */
export interface CodeChoices {
  kinds: readonly Choosable[];
  groups: readonly Choosable[];
  outcomes: readonly Choosable[];
  options: readonly Choosable[];
  councils: readonly Choosable[];
  courts: readonly Choosable[];
  prisons: readonly Choosable[];
}

/** A search that keeps nothing out, for a day. */
export function everything(asAt: string): DirectorySearch {
  return {
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
    limit: 4_294_967_295,
  };
}

const byName = (one: Choosable, other: Choosable) =>
  one.label.localeCompare(other.label, 'en-GB', { numeric: true });
const places = (all: readonly { id: string; name: string }[]): Choosable[] =>
  all.map(({ id, name }) => ({ value: id, label: name })).toSorted(byName);
const coded = (counts: readonly FacetCount[]): Choosable[] =>
  counts.map(({ value, label }) => ({ value, label }));

/**
 * Fetches what may be chosen. The wire has no code lists: kinds, groups and outcomes are those that
 * at least one entry of the directory has. Orders and options are those of the two menus, and the
 * directory's own.
 */
export async function codeChoices(asAt: string): Promise<CodeChoices> {
  const menu = (of: 'bail' | 'disposals') =>
    core.searchOptions({
      menu: of,
      words: '',
      court: null,
      stage: null,
      family: null,
      'as-at': asAt,
      'out-of-force': true,
      council: null,
    });
  const [found, all, bail, disposals] = await Promise.all([
    core.searchDirectory({ ...everything(asAt), limit: 1 }),
    core.places(),
    menu('bail'),
    menu('disposals'),
  ]);
  const options = new Map<string, Choosable>();
  for (const { id, name } of [...disposals.rows, ...bail.rows]) {
    options.set(id, { value: id, label: name });
  }
  for (const own of coded(found.options)) if (!options.has(own.value)) options.set(own.value, own);
  return {
    kinds: coded(found.kinds).toSorted(byName),
    groups: coded(found.groups).toSorted(byName),
    outcomes: coded(found.needs).toSorted((a, b) => a.value.localeCompare(b.value, 'en-GB')),
    options: [...options.values()].toSorted(byName),
    councils: places(all.councils),
    courts: places(all.courts.filter(({ state }) => state === 'open')),
    prisons: places(all.prisons.filter(({ state }) => state === 'open')),
  };
}

/** Gives the choices with those that are already made and stand in no list. */
export function withChosen(
  choices: readonly Choosable[],
  chosen: readonly string[],
  named: ReadonlyMap<string, string> = new Map(),
): Choosable[] {
  const missing = chosen.filter((value) => choices.every((choice) => choice.value !== value));
  return [...choices, ...missing.map((value) => ({ value, label: named.get(value) ?? value }))];
}

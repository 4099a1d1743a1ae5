import { core, type DirectorySearch, type FamilyChoice, type OrganisationRow } from '$lib/core';
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
  /** Who may run it, those of the edition and those written here. */
  organisations: readonly OrganisationRow[];
  organisationKinds: readonly Choosable[];
  /** The programmes that it can be the local delivery of. */
  families: readonly FamilyChoice[];
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

/** Fetches what may be chosen: every code the edition declares, and every option of its menus. */
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
  const [entry, all, bail, disposals] = await Promise.all([
    core.entryChoices(),
    core.places(),
    menu('bail'),
    menu('disposals'),
  ]);
  const coded = (of: string): Choosable[] =>
    entry.codes
      .filter(({ list }) => list === of)
      .map(({ code, label }) => ({ value: code, label }));
  const options = new Map<string, Choosable>();
  for (const { id, name } of [...disposals.rows, ...bail.rows]) {
    options.set(id, { value: id, label: name });
  }
  for (const own of coded('disposal')) if (!options.has(own.value)) options.set(own.value, own);
  return {
    kinds: coded('programme_kind').toSorted(byName),
    groups: coded('offender_group').toSorted(byName),
    outcomes: coded('outcome').toSorted((a, b) => a.value.localeCompare(b.value, 'en-GB')),
    options: [...options.values()].toSorted(byName),
    councils: places(all.councils),
    courts: places(all.courts.filter(({ state }) => state === 'open')),
    prisons: places(all.prisons.filter(({ state }) => state === 'open')),
    organisations: entry.organisations,
    organisationKinds: coded('organisation_kind').toSorted(byName),
    families: entry.families,
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

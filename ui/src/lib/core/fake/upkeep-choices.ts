// How long confirmations hold, and the organisations an entry can name, without a store.
import type { Commands } from '../core';
import type { Assurance, HistoryLine, Organisation, OrganisationRow, Service } from '../wire';
import { daysBetween } from '$lib/shared/dates';
import { answer, missing, refused } from './answer';
import { today } from './people';
import { bodies, codeLists, label } from './sources';
import { areaWords } from './upkeep-parts';

type Acts = Pick<
  Commands,
  | 'reviewPeriods'
  | 'setReviewPeriod'
  | 'entryChoices'
  | 'saveOrganisation'
  | 'organisationHistory'
  | 'takeBackOrganisation'
>;

/** The periods that were set, in months, by kind; by no kind for all the others. */
export class SetPeriods {
  #set = new Map<string | null, number>();

  longest(kind: string | null): number {
    return kind === 'victim' ? 3 : 60;
  }

  months(kind: string | null): number {
    return Math.min(this.#set.get(kind) ?? this.#set.get(null) ?? 3, this.longest(kind));
  }

  of(kind: string | null): number | null {
    return this.#set.get(kind) ?? null;
  }

  put(kind: string | null, months: number | null): boolean {
    if (months === null) this.#set.delete(kind);
    else if (months < 1 || months > this.longest(kind)) return false;
    else this.#set.set(kind, months);
    return true;
  }

  state({ kind, 'assured-on': on }: Service): Assurance {
    if (on === null) return 'never-assured';
    const days = daysBetween(on, today);
    if (days < 0) return 'in-the-future';
    const fresh = Math.ceil((this.months(kind) * 1461) / 48);
    if (days <= fresh) return 'fresh';
    if (days <= fresh + 30) return 'due';
    return days <= fresh + 273 ? 'stale' : 'expired';
  }
}

/** Setting periods and keeping organisations, over the entries as they stand. */
export function choiceCommands(periods: SetPeriods, entries: () => readonly Service[]): Acts {
  const here = new Map<string, Organisation>();
  const lines = new Map<string, (HistoryLine & { before: Organisation | null })[]>();
  let count = 0;

  const row = (organisation: Organisation): OrganisationRow => ({
    organisation,
    'kind-label': label('organisation_kind', organisation.kind),
    here: here.has(organisation.id),
    rev: lines.get(organisation.id)?.length ?? 0,
    entries: entries().filter(({ providers }) => providers.includes(organisation.id)).length,
  });
  const words = (of: Organisation | null) =>
    new Map([
      ['Name', of?.name ?? ''],
      ['Kind', of ? label('organisation_kind', of.kind) : ''],
      ['Where it works', of ? areaWords(of.area) : ''],
      ['Website', of?.website ?? ''],
      ['Note', of?.note ?? ''],
    ]);
  function put(id: string, after: Organisation | null, deed: HistoryLine['deed']): string {
    const before = here.get(id) ?? null;
    if (after) here.set(id, after);
    else here.delete(id);
    count += 1;
    const change = `0198c0d1-0000-7000-8000-${String(count).padStart(12, '0')}`;
    const [was, is] = [words(before), words(after)];
    const parts = [...was]
      .map(([part, said]) => ({ part, before: said, after: is.get(part) ?? '' }))
      .filter((part) => part.before !== part.after);
    const line = {
      id: change,
      deed,
      at: new Date(Date.now() + count).toISOString(),
      by: 'Isla Specimen, Social worker, justice',
      parts,
      before,
      'can-be-taken-back': true,
    };
    lines.set(id, [line, ...(lines.get(id) ?? [])]);
    return change;
  }
  const shown = () => {
    const kinds = codeLists.filter(({ list }) => list === 'programme_kind');
    const all = entries().filter(({ state }) => state === 'current' || state === 'unknown');
    const one = (kind: string | null, name: string, of: readonly Service[]) => ({
      kind,
      label: name,
      months: periods.months(kind),
      set: periods.of(kind),
      longest: periods.longest(kind),
      source:
        periods.of(kind) !== null
          ? ('set' as const)
          : periods.of(null) !== null && periods.months(kind) === periods.months(null)
            ? ('usual' as const)
            : ('own' as const),
      entries: of.length,
      waiting: of.filter((entry) => periods.state(entry) !== 'fresh').length,
    });
    return [
      one(null, 'Every kind without its own period', all),
      ...kinds
        .map(({ code, label: name }) =>
          one(
            code,
            name,
            all.filter(({ kind }) => kind === code),
          ),
        )
        .sort((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    ];
  };

  return {
    reviewPeriods: () => answer(shown()),
    setReviewPeriod: ({ kind, months }) =>
      periods.put(kind, months) ? answer(shown()) : refused('months'),
    entryChoices: () =>
      answer({
        codes: codeLists,
        families: entries()
          .filter(({ id }) => entries().some(({ parent }) => parent === id))
          .map(({ id, name, area }) => ({ id, name, 'area-label': areaWords(area) })),
        organisations: [...bodies, ...here.values()]
          .map(row)
          .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'en-GB')),
      }),
    saveOrganisation: ({ organisation, rev }) => {
      const held = here.get(organisation.id);
      const named = [...bodies, ...here.values()].some(
        ({ id, name }) =>
          id !== organisation.id && name.toLowerCase() === organisation.name.toLowerCase(),
      );
      if (named) return refused('organisation-name');
      if (held && rev !== row(held).rev) {
        return answer({ outcome: 'conflict' as const, theirs: row(held) });
      }
      const slug = organisation.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const id = held ? organisation.id : `here-${slug}`;
      const after: Organisation = { ...organisation, id, checked: 'unverified' };
      const change = put(id, after, held ? 'edited' : 'added');
      return answer({ outcome: 'done' as const, row: row(after), change });
    },
    organisationHistory: (id) =>
      answer(
        (lines.get(id) ?? []).map(({ before, ...line }, at) => {
          const named = entries().some(({ providers }) => providers.includes(id));
          return { ...line, 'can-be-taken-back': at === 0 && (before !== null || !named) };
        }),
      ),
    takeBackOrganisation: (change) => {
      const found = [...lines].find(([, [last]]) => last?.id === change);
      const line = found?.[1][0];
      if (!found || !line) return missing();
      const [id] = found;
      const named = entries().some(({ providers }) => providers.includes(id));
      if (line.before === null && named) {
        return refused('change');
      }
      put(id, line.before, 'taken-back');
      return answer(line.before && row(line.before));
    },
  };
}

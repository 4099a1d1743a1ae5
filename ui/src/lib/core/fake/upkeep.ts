// Keeping the directory true, without a store: what is changed, confirmed and taken in stays for as
// long as the page does.
import { addDays, daysBetween } from '$lib/shared/dates';
import type { Commands } from '../core';
import type {
  Assurance,
  Deed,
  HistoryLine,
  Kept,
  PartChange,
  Service,
  ServiceRow,
  ServicePage,
  ServiceSaved,
  WorkListSearch,
  WorkRow,
} from '../wire';
import { answer, missing } from './answer';
import { inMenu, matches, serviceRow, takesIn } from './look-up';
import { today } from './people';
import { councils, courts, label, options, prisons, services } from './sources';
import { SetPeriods, choiceCommands } from './upkeep-choices';
import { exchangeCommands } from './upkeep-files';
import { areaWords, noteChanges, serviceChanges } from './upkeep-parts';

type Acts = Pick<
  Commands,
  | 'servicePage'
  | 'searchDirectory'
  | 'directoryRows'
  | 'saveService'
  | 'confirmServices'
  | 'closeService'
  | 'keepServiceNote'
  | 'serviceHistory'
  | 'takeBackChange'
  | 'workList'
  | 'confirmationLetter'
  | 'reviewPeriods'
  | 'setReviewPeriod'
  | 'entryChoices'
  | 'saveOrganisation'
  | 'organisationHistory'
  | 'takeBackOrganisation'
  | 'readImport'
  | 'chooseColumns'
  | 'takeImport'
  | 'importProgress'
  | 'cancelImport'
  | 'undoImport'
  | 'imports'
  | 'exportDirectory'
>;
type Finding = Pick<Commands, 'servicePage' | 'searchDirectory' | 'directoryRows'>;

/** An entry as it stands. */
interface Standing {
  service: Service;
  kept: Kept;
}

/** A change, and how the entry stood before it. */
interface Done extends Omit<HistoryLine, 'can-be-taken-back'> {
  service: string;
  before: Standing | null;
  after: Standing | null;
}

const states: readonly Assurance[] = [
  'never-assured',
  'expired',
  'stale',
  'due',
  'fresh',
  'in-the-future',
];

/** The entries as they stand, and every change of them. */
export class Entries {
  #entries = new Map<string, Standing>(
    services.map((service) => [service.id, { service, kept: serviceRow(service).kept }]),
  );
  #done: Done[] = [];
  #count = 0;

  get all(): Standing[] {
    return [...this.#entries.values()];
  }

  of(id: string): Standing | undefined {
    return this.#entries.get(id);
  }

  revOf(id: string): number {
    return this.#done.filter(({ service }) => service === id).length;
  }

  touched(id: string): boolean {
    return this.revOf(id) > 0;
  }

  /** Puts an entry as it is now to be; gives the change. */
  put(id: string, after: Standing | null, deed: Deed, notes: PartChange[] = []): string {
    const before = this.#entries.get(id) ?? null;
    if (after) this.#entries.set(id, after);
    else this.#entries.delete(id);
    this.#count += 1;
    const change = `0198c0d0-0000-7000-8000-${String(this.#count).padStart(12, '0')}`;
    const parts = [...serviceChanges(before?.service ?? null, after?.service ?? null), ...notes];
    const at = new Date(Date.now() + this.#count).toISOString();
    const by = 'Isla Specimen, Social worker, justice';
    this.#done.unshift({ id: change, service: id, deed, at, by, parts, before, after });
    return change;
  }

  history(id: string): HistoryLine[] {
    const seen = new Set<string>();
    return this.#done
      .filter(({ service }) => service === id)
      .map(({ id: change, deed, at, by, parts }) => {
        const free = deed !== 'taken-back' && parts.every(({ part }) => !seen.has(part));
        for (const { part } of parts) seen.add(part);
        return { id: change, deed, at, by, parts, 'can-be-taken-back': free };
      });
  }

  /** Takes a change back; gives the entry, or nothing where it cannot be. */
  takeBack(change: string): string | null {
    const done = this.#done.find(({ id }) => id === change);
    if (!done) return null;
    const line = this.history(done.service).find(({ id }) => id === change);
    if (!line?.['can-be-taken-back']) return null;
    const notes = done.parts
      .filter(({ part }) => ['Note', 'Reviewer', 'Deputy'].includes(part))
      .map(({ part, before, after }) => ({ part, before: after, after: before }));
    this.put(done.service, done.before, 'taken-back', notes);
    return done.service;
  }
}

function providerOf({ service }: Standing): string {
  return service.provider ?? 'Provider not known';
}

/** Changing, confirming, taking in and writing out, upon the entries that the directory finds. */
export function upkeepCommands(directory: Finding): Acts {
  const entries = new Entries();
  const periods = new SetPeriods();

  const rowOf = ({ service, kept }: Standing) => ({
    ...serviceRow(service),
    kept,
    'area-label': areaWords(service.area),
    assurance: periods.state(service),
    origin: entries.touched(service.id)
      ? { from: 'changed' as const }
      : { from: 'edition' as const },
  });

  async function pageOf(id: string): Promise<ServicePage | null> {
    const standing = entries.of(id);
    if (!standing) return null;
    const told = await directory.servicePage(id);
    const found = told.status === 'ok' ? told.data : null;
    const { service } = standing;
    const named = (places: readonly { id: string; name: string }[], ids: readonly string[]) =>
      ids.map((one) => places.find((place) => place.id === one)?.name ?? one);
    return {
      parent: null,
      deliveries: [],
      providers: [],
      websites: [],
      'may-edit': true,
      ...found,
      row: rowOf(standing),
      rev: entries.revOf(id),
      councils:
        service.area.area === 'councils'
          ? named(councils, service.area.councils)
          : [areaWords(service.area)],
      courts: named(courts, service.courts),
      prisons: named(prisons, service.prisons),
      groups: service.groups.map((code) => label('offender_group', code)),
      outcomes: service.outcomes.map((code) => label('outcome', code)),
      options: service.options.map((code) => ({
        id: code,
        name: options.find((one) => one.id === code)?.name ?? label('disposal', code),
        menu:
          (['bail', 'disposals'] as const).find((menu) =>
            inMenu(menu).some((one) => one.id === code),
          ) ?? null,
      })),
    };
  }
  const answerPage = async (id: string) => {
    const page = await pageOf(id);
    return page ? answer(page) : missing();
  };
  async function saved(id: string, change: string) {
    const page = await pageOf(id);
    if (!page) return missing();
    const done: ServiceSaved = { outcome: 'done', page, change };
    return answer(done);
  }
  async function conflict(id: string) {
    const theirs = await pageOf(id);
    if (!theirs) return missing();
    const clash: ServiceSaved = { outcome: 'conflict', theirs };
    return answer(clash);
  }

  function listed({ council, words }: WorkListSearch): Standing[] {
    return entries.all
      .filter(({ service }) => service.jurisdiction === 'Scotland')
      .filter(({ service }) => service.state === 'current' || service.state === 'unknown')
      .filter(({ service }) => !council || takesIn(service, council))
      .filter((one) => matches(words, providerOf(one), one.service.name));
  }
  const workRow = (standing: Standing): WorkRow => {
    const on = standing.service['assured-on'];
    return {
      row: rowOf(standing),
      provider: providerOf(standing),
      'due-on': on && addDays(on, 93),
      escalated: on !== null && daysBetween(on, today) > 153,
    };
  };

  /** A row with what was changed while the page is open. */
  const asItStands = (row: ServiceRow): ServiceRow => {
    const standing = entries.of(row.service.id);
    return standing && entries.touched(row.service.id) ? rowOf(standing) : row;
  };

  return {
    ...exchangeCommands(entries),
    ...choiceCommands(periods, () => entries.all.map(({ service }) => service)),
    servicePage: answerPage,
    searchDirectory: async (search) => {
      const told = await directory.searchDirectory(search);
      if (told.status !== 'ok') return told;
      return answer({ ...told.data, rows: told.data.rows.map(asItStands) });
    },
    directoryRows: async (search) => {
      const told = await directory.directoryRows(search);
      if (told.status !== 'ok') return told;
      return answer({ ...told.data, rows: told.data.rows.map(asItStands) });
    },
    saveService: ({ service, rev }) => {
      const standing = entries.of(service.id);
      const slug = service.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const id = standing ? service.id : `here-${slug}`;
      if (rev !== entries.revOf(id)) return conflict(id);
      const before = standing?.service;
      // A change is no confirmation: who confirmed it, and when, stays as it was.
      const after: Standing = {
        service: {
          ...service,
          id,
          'assured-on': before?.['assured-on'] ?? null,
          'assured-by': before?.['assured-by'] ?? null,
        },
        kept: standing?.kept ?? serviceRow(service).kept,
      };
      return saved(id, entries.put(id, after, standing ? 'edited' : 'added'));
    },
    confirmServices: ({ ids, how }) => {
      const changes = ids.flatMap((id) => {
        const standing = entries.of(id);
        if (!standing) return [];
        const by = 'Social worker, justice';
        const service = { ...standing.service, 'assured-on': today, 'assured-by': by };
        const kept = { ...standing.kept, 'assured-how': how };
        const told = { part: 'How confirmed', before: standing.kept['assured-how'] ?? '' };
        return [entries.put(id, { service, kept }, 'confirmed', [{ ...told, after: how }])];
      });
      return answer(changes);
    },
    closeService: (id, rev, on) => {
      const standing = entries.of(id);
      if (!standing) return missing();
      if (rev !== entries.revOf(id)) return conflict(id);
      const service: Service = { ...standing.service, state: 'historical', 'active-to': on };
      return saved(id, entries.put(id, { ...standing, service }, 'closed'));
    },
    keepServiceNote: (note) => {
      const standing = entries.of(note.id);
      if (!standing) return missing();
      const { note: words, reviewer, deputy } = standing.kept;
      const changes = noteChanges({ id: note.id, note: words, reviewer, deputy }, note);
      const kept = {
        ...standing.kept,
        note: note.note,
        reviewer: note.reviewer,
        deputy: note.deputy,
      };
      entries.put(note.id, { ...standing, kept }, 'noted', changes);
      return answerPage(note.id);
    },
    serviceHistory: (id) => answer(entries.history(id)),
    takeBackChange: (change) => {
      const id = entries.takeBack(change);
      return id === null ? missing() : answerPage(id);
    },
    workList: (search) => {
      const all = listed(search);
      const of = (one: Standing) => periods.state(one.service);
      const rows = all
        .filter((one) => (search.assurance ? of(one) === search.assurance : of(one) !== 'fresh'))
        .sort((a, b) => providerOf(a).localeCompare(providerOf(b), 'en-GB'));
      return answer({
        rows: rows.slice(search.from, search.from + search.limit).map(workRow),
        matched: rows.length,
        states: states.map((assurance) => ({
          assurance,
          count: all.filter((one) => of(one) === assurance).length,
        })),
      });
    },
    confirmationLetter: (ids) => {
      const asked = ids.flatMap((id) => entries.of(id) ?? []);
      const [first] = asked;
      if (!first) return missing();
      const facts = asked.map(({ service }) =>
        serviceChanges(null, service)
          .map(({ part, after }) => `${part}: ${after}`)
          .join('\n'),
      );
      return answer({
        to: providerOf(first),
        subject: `Please check your ${asked.length === 1 ? 'entry' : `${asked.length} entries`} in our directory`,
        text: `We keep a directory of services for the courts. This is what it says of yours.\n\n${facts.join('\n\n')}\n\nTell us what is right, what is wrong and what has ended.`,
      });
    },
  };
}

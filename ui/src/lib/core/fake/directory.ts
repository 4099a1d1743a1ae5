// The directory, from the edition's own sources and some invented facts.
import { addDays } from '$lib/shared/dates';
import type { Commands } from '../core';
import type {
  Cover,
  DirectorySearch,
  Gap,
  GapCount,
  GapLine,
  Gaps,
  GapSearch,
  NewGap,
  ServiceRow,
  Tile,
} from '../wire';
import { answer, missing } from './answer';
import { ask, found } from './directory-asking';
import { pageOf } from './directory-pages';
import { paper, takesIn } from './look-up';
import { id, listedName, records, today } from './people';
import { councils, label } from './sources';

type Acts = Pick<
  Commands,
  | 'searchDirectory'
  | 'directoryRows'
  | 'servicePage'
  | 'printDirectory'
  | 'directoryMap'
  | 'printMap'
  | 'printService'
  | 'noteGap'
  | 'gaps'
>;

function coverOf(local: ServiceRow[]): Cover {
  if (local.length === 0) return 'nothing';
  const sure = local.filter(({ assurance }) => assurance === 'fresh');
  if (sure.length === 0) return 'not-checked';
  return sure.some(({ service }) => service.referrals.intake === 'taking') ? 'full' : 'part';
}

function tiles(search: DirectorySearch, gaps: readonly Gap[]): Tile[] {
  const rows = found(search, 'council');
  const national = rows.filter((row) => row['national-only']).length;
  return councils
    .map((council) => {
      const local = rows.filter(({ service }) => takesIn(service, council.id));
      const intake = (wanted: string) =>
        local.filter(({ service }) => service.referrals.intake === wanted).length;
      return {
        council: council.id,
        letters: council.iso.slice(-3),
        name: council.name,
        column: council['tile-column'],
        row: council['tile-row'],
        cover: coverOf(local),
        local: local.length,
        taking: intake('taking'),
        waiting: intake('waiting-list'),
        'not-checked': local.filter(({ assurance }) => assurance !== 'fresh').length,
        national,
        gaps: gaps.filter((gap) => gap.council === council.id).length,
      };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function filterWords({ words, person, need }: DirectorySearch): string {
  const said = [
    words && `“${words}”`,
    need && label('outcome', need),
    person.sex && (person.sex === 'female' ? 'a woman' : 'a man'),
    person.age !== null && `aged ${person.age}`,
  ].filter(Boolean);
  return said.join(', ') || 'Everything in the directory';
}

const firstGaps = (): Gap[] =>
  [
    ['O2', 'S12000047', 'universal', 'dtto', 'A tenancy with support, before the order begins', 3],
    ['O2', 'S12000047', 'universal', null, null, 18],
    ['O3', 'S12000047', 'specialist', 'cpo-drug', 'Evening appointments', 30],
    ['O3', 'S12000048', 'specialist', 'cpo-drug', null, 41],
    ['O5', 'S12000042', 'universal', null, 'Work for somebody with a conviction', 55],
  ].map(([need, council, provision, option, wanted, days], at) => ({
    id: id(7, at + 1),
    need: String(need),
    council: String(council),
    provision: provision === 'universal' ? 'universal' : 'specialist',
    option: option === null ? null : String(option),
    wanted: wanted === null ? null : String(wanted),
    on: addDays(today, -Number(days)),
    record: at === 0 ? (records[0]?.id ?? null) : null,
  }));

function line(gap: Gap): GapLine {
  const record = records.find((one) => one.id === gap.record);
  return {
    gap,
    need: label('outcome', gap.need),
    council: councils.find((one) => one.id === gap.council)?.name ?? gap.council,
    case: record ? `${record.reference} ${listedName(record)}` : null,
    'case-id': record?.id ?? null,
  };
}

function counted(kept: readonly Gap[], { from, until, council, need }: GapSearch): Gaps {
  const rows = kept
    .filter(({ on }) => (!from || on >= from) && (!until || on <= until))
    .filter((gap) => !council || gap.council === council)
    .filter((gap) => !need || gap.need === need)
    .toSorted((one, other) => other.on.localeCompare(one.on));
  const counts = new Map<string, GapCount>();
  for (const gap of rows) {
    const key = `${gap.need} ${gap.council}`;
    const none = { need: gap.need, council: gap.council, specialist: 0, universal: 0 };
    const before = counts.get(key) ?? none;
    counts.set(key, { ...before, [gap.provision]: before[gap.provision] + 1 });
  }
  return { matrix: { counts: [...counts.values()], total: rows.length }, lines: rows.map(line) };
}

/** Finding services, their map, and gaps, which are kept in memory while the page is open. */
export function directoryCommands(): Acts {
  const kept = firstGaps();
  return {
    searchDirectory: (search) => answer(ask(search)),
    directoryRows: (search) => {
      const { rows, matched, total, suggestion } = ask(search);
      return answer({ rows, matched, total, suggestion });
    },
    servicePage: (which) => {
      const page = pageOf(which);
      return page ? answer(page) : missing();
    },
    printDirectory: () => paper('Directory', 14),
    directoryMap: (search) => answer({ tiles: tiles(search, kept), filter: filterWords(search) }),
    printMap: () => paper('Map of the directory', 2),
    printService: (which) => {
      const page = pageOf(which);
      return page ? paper(page.row.service.name) : missing();
    },
    noteGap: (gap: NewGap) => {
      const made = { ...gap, id: id(7, kept.length + 1), on: today };
      kept.push(made);
      return answer(made.id);
    },
    gaps: (search) => answer(counted(kept, search)),
  };
}

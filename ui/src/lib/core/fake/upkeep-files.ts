// Files that come into the directory and go out of it, without a disk: one file that is sound, and
// one that is not, which is chosen by its encoding. Each second sound file is open data.
import type { Commands } from '../core';
import type { ColumnChoice, ImportBatch, ImportFault, ImportLine, ImportPreview } from '../wire';
import { answer, missing } from './answer';
import { services } from './sources';
import type { Entries } from './upkeep';

type Acts = Pick<
  Commands,
  | 'readImport'
  | 'chooseColumns'
  | 'takeImport'
  | 'importProgress'
  | 'cancelImport'
  | 'undoImport'
  | 'imports'
  | 'exportDirectory'
>;

const soundColumns: readonly ColumnChoice[] = [
  { heading: 'id', part: 'id' },
  { heading: 'Service', part: 'name' },
  { heading: 'What it does', part: 'description' },
  { heading: 'Council', part: 'areas_served' },
  { heading: 'Cost', part: 'cost' },
  { heading: 'Internal code', part: null },
];
const faultyColumns: readonly ColumnChoice[] = [
  { heading: 'id', part: 'id' },
  { heading: 'name', part: 'name' },
  { heading: 'areas', part: 'areas_served' },
  { heading: 'age from', part: 'elig_age_min' },
  { heading: 'ended', part: 'active_to' },
];
const faults: readonly ImportFault[] = [
  {
    row: 4,
    column: 'areas',
    says: 'No council has the code S12000015 now. It was changed in 2018.',
    offers: 'S12000047 (Fife)',
  },
  { row: 7, column: 'id', says: 'The id pg-example-7 stands in row 3 too.', offers: null },
  { row: 9, column: 'ended', says: 'There is no 30 February 2026.', offers: null },
  {
    row: 12,
    column: 'age from',
    says: 'The youngest age, 25, is over the oldest, 18.',
    offers: null,
  },
  {
    row: null,
    column: null,
    says: 'The file ends inside a quotation that begins in row 14.',
    offers: null,
  },
];

function sample(entries: Entries): ImportLine[] {
  const [first, second, third] = entries.all.slice(3);
  if (!first || !second || !third) return [];
  const touched = entries.touched(first.service.id);
  return [
    {
      row: 2,
      name: first.service.name,
      matches: first.service.id,
      'matched-by': 'It has the same id.',
      parts: [{ part: 'Cost', before: first.service.cost ?? '', after: 'Free to the person' }],
      conflicting: touched,
    },
    {
      row: 3,
      name: second.service.name,
      matches: second.service.id,
      'matched-by': 'The same provider gives a service of the same name.',
      parts: [
        {
          part: 'What it involves',
          before: second.service.description,
          after: `${second.service.description} Lunch is provided.`,
        },
        { part: 'Cost', before: '', after: 'Free to the person' },
      ],
      conflicting: true,
    },
    {
      row: 4,
      name: 'Example Garden Project',
      matches: null,
      'matched-by': null,
      parts: [
        { part: 'Name', before: '', after: 'Example Garden Project' },
        { part: 'Area', before: '', after: 'Fife' },
      ],
      conflicting: false,
    },
    {
      row: 5,
      name: third.service.name,
      matches: third.service.id,
      'matched-by': 'It has the same id.',
      parts: [],
      conflicting: false,
    },
  ];
}

/** Taking files in and writing them out, upon the entries. */
export function exchangeCommands(entries: Entries): Acts {
  const held = new Map<number, ImportPreview>();
  let token = 0;
  let batches: ImportBatch[] = [];
  const changes = new Map<string, readonly string[]>();

  /** Open data of one service, whose contact is new where contacts are taken in. */
  function feed(contacts: boolean): ImportPreview {
    const service = entries.all[3]?.service;
    const contact = { part: 'Contact', before: '', after: 'Duty desk\n01592 123456' };
    const read: ImportPreview = {
      token,
      file: 'feed-november.json',
      digest: 'b7d4e1'.padEnd(64, '0'),
      format: 'hsds-json',
      licence: 'CC-BY-4.0',
      hidden: [],
      columns: [],
      new: 0,
      changed: contacts ? 1 : 0,
      unchanged: contacts ? 4 : 5,
      conflicting: 0,
      faults: [],
      'fault-count': 0,
      sample:
        service && contacts
          ? [
              {
                row: 1,
                name: service.name,
                matches: service.id,
                'matched-by': 'The feed knows it by the same id as before.',
                parts: [contact],
                conflicting: false,
              },
            ]
          : [],
      contacts,
      'passed-over': contacts
        ? []
        : ['Contacts are not taken in: a post here confirms them first (one service).'],
      beside: [
        'Places and their addresses (5 services).',
        'Times by days, hours and dates, as the feed sets them out (3 services).',
      ],
      'beside-changed': 0,
    };
    held.set(token, read);
    return read;
  }

  function preview(sound: boolean, columns: readonly ColumnChoice[]): ImportPreview {
    const passed = columns.filter(({ part }) => part === null).map(({ heading }) => heading);
    const found = sound
      ? []
      : faults.filter(({ column }) => column === null || !passed.includes(column));
    const read: ImportPreview = {
      token,
      file: sound ? 'services-november.csv' : 'old-list.csv',
      digest: (sound ? 'a3f1c2' : '77b0e9').padEnd(64, '0'),
      format: 'csv',
      licence: sound ? 'Open Government Licence 3.0' : null,
      hidden: sound ? ['The column “Notes to self” is hidden'] : [],
      columns: [...columns],
      new: sound ? 12 : 3,
      changed: sound ? 8 : 1,
      unchanged: sound ? 31 : 9,
      conflicting: sound ? 1 : 0,
      faults: found,
      'fault-count': found.length,
      sample: sample(entries),
      contacts: null,
      'passed-over': passed.map((heading) => `The column “${heading}” was passed over.`),
      beside: [],
      'beside-changed': 0,
    };
    held.set(token, read);
    return read;
  }

  return {
    readImport: (encoding) => {
      token += 1;
      const sound = encoding === 'utf8';
      if (sound && token % 2 === 0) return answer(feed(false));
      return answer(preview(sound, sound ? soundColumns : faultyColumns));
    },
    chooseColumns: (of, columns, contacts) => {
      const before = held.get(of);
      if (before && before.contacts !== null) return answer(feed(contacts));
      return before ? answer(preview(before.file !== 'old-list.csv', columns)) : missing();
    },
    takeImport: (of, theirs) => {
      const file = held.get(of);
      if (!file || file['fault-count'] > 0) return missing();
      held.delete(of);
      const batch = `0198c0e0-0000-7000-8000-${String(of).padStart(12, '0')}`;
      const put = file.sample.flatMap(({ matches, parts, conflicting }) => {
        const standing = matches === null ? undefined : entries.of(matches);
        if (!standing || parts.length === 0 || (conflicting && !theirs)) return [];
        const service = { ...standing.service, cost: 'Free to the person' };
        return [entries.put(service.id, { ...standing, service }, 'imported')];
      });
      changes.set(batch, put);
      batches = [
        {
          batch,
          file: file.file,
          digest: file.digest,
          at: new Date().toISOString(),
          entries: file.new + file.changed,
          'taken-back': false,
        },
        ...batches,
      ];
      return answer({ batch, new: file.new, changed: file.changed });
    },
    importProgress: () => answer({ done: 0, of: 0 }),
    cancelImport: () => answer(null),
    undoImport: (batch) => {
      const found = batches.find((one) => one.batch === batch);
      if (!found || found['taken-back']) return missing();
      for (const change of changes.get(batch) ?? []) entries.takeBack(change);
      batches = batches.map((one) => (one === found ? { ...one, 'taken-back': true } : one));
      return answer({ batch, new: 12, changed: 8 });
    },
    imports: () => answer(batches),
    exportDirectory: (_search, format, contacts) => {
      const without = ['Contacts are left out: they go out only when a person chooses them.'];
      const kept = contacts ? [] : without;
      return answer({
        file: format === 'csv' ? 'directory.csv' : `directory-${format}.json`,
        count: services.length,
        losses: {
          csv: ['Notes kept here are not written.'],
          hsds: [
            ...kept,
            'HSDS has no place for whom a service takes by sex, offence and risk: they are written as attributes.',
            'Waiting times are not written.',
          ],
          'hsds-uk': [
            ...kept,
            'The UK profile has no place for how to refer: it is put into the description.',
            'Other names are lost: 4 entries have some.',
            'Waiting times are not written.',
          ],
        }[format],
      });
    },
  };
}

/** Files that are large: taking one in is half way, and neither that nor taking one back ends. */
export function slowFiles(): Partial<Acts> {
  const never = () => new Promise<never>(() => {});
  return {
    chooseColumns: never,
    takeImport: never,
    undoImport: never,
    importProgress: () => answer({ done: 9_400, of: 20_000 }),
    imports: () =>
      answer([
        {
          batch: '0198c0e0-0000-7000-8000-000000000099',
          file: 'services-october.csv',
          digest: 'c4d2'.padEnd(64, '0'),
          at: '2026-10-30T10:00:00Z',
          entries: 20_000,
          'taken-back': false,
        },
      ]),
  };
}

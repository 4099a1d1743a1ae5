// How the fake answers a search of the directory: filters, the person, next door, counts.
import type {
  DirectoryResults,
  DirectorySearch,
  FacetCount,
  NearRow,
  Nearness,
  Service,
  ServiceRow,
  Sought,
} from '../wire';
import { optionName, rowOf } from './directory-pages';
import { takesIn } from './look-up';
import { councils, courts, label, prisons, services } from './sources';

/** Everyday words, and the words of the entries that they stand for. */
const everyday: Record<string, string> = {
  heroin: 'substance misuse drug',
  drugs: 'substance misuse drug',
  methadone: 'substance misuse drug',
  drink: 'alcohol',
  drinking: 'alcohol',
  tag: 'electronically monitored electronic monitoring',
  woman: 'women',
  girls: 'women',
  jail: 'custody prison',
  job: 'employability work',
  flat: 'housing accommodation',
};

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const split = (words: string) =>
  plain(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const wordsOf = new WeakMap<Service, readonly string[]>();

function words({ service, 'area-label': area, 'kind-label': kind }: ServiceRow) {
  const known = wordsOf.get(service);
  if (known) return known;
  const groups = service.groups.map((code) => label('offender_group', code));
  const names = [service.name, ...service['other-names'], service.provider, service.description];
  const all = split([...names, area, kind, ...groups].join(' '));
  wordsOf.set(service, all);
  return all;
}

/** Whether every word typed begins a word of the entry, or an everyday word stands for one that does. */
function worded(typed: readonly string[], row: ServiceRow): boolean {
  const all = words(row);
  return typed.every((word) =>
    [word, ...(everyday[word] ?? '').split(' ').filter(Boolean)].some((meant) =>
      all.some((one) => one.startsWith(meant)),
    ),
  );
}

const beforeSentence = ({ options, eligibility }: Service) =>
  options.some((id) => id.startsWith('bail-') || id.startsWith('diversion') || id === 'none') ||
  eligibility['order-needed'] === 'no';

/** Why an entry does not fit the person, each reason in a sentence. */
export function unsuitedTo({ eligibility }: Service, person: Sought): string[] {
  const { sex, 'age-from': from, 'age-to': to, 'order-needed': order } = eligibility;
  const why: string[] = [];
  if (person.sex === 'female' && sex === 'male') why.push('It takes men only.');
  if (person.sex === 'male' && sex === 'female') why.push('It takes women only.');
  if (person.age !== null && from !== null && person.age < from) {
    why.push(`It takes people aged ${from} or over; this person is ${person.age}.`);
  }
  if (person.age !== null && to !== null && person.age > to) {
    why.push(`It takes people up to ${to}; this person is ${person.age}.`);
  }
  if (person['under-order'] === false && order === 'yes') {
    why.push('It needs an order or a decision of the court.');
  }
  return why;
}

const tests: Record<string, (row: ServiceRow, search: DirectorySearch) => boolean> = {
  court: ({ service }, { court }) => {
    const served = courts.find(({ id }) => id === court);
    return (
      !served ||
      service.area.area === 'national' ||
      service.courts.includes(served.id) ||
      served.councils.some((council) => takesIn(service, council))
    );
  },
  council: ({ service }, { council }) =>
    !council || service.area.area === 'national' || takesIn(service, council),
  prison: ({ service }, { prison }) => !prison || service.prisons.includes(prison),
  kind: ({ service }, { kind }) => !kind || service.kind === kind,
  need: ({ service }, { need }) => !need || service.outcomes.includes(need),
  group: ({ service }, { group }) => !group || service.groups.includes(group),
  option: ({ service }, { option }) => !option || service.options.includes(option),
  stage: ({ service }, search) => !search['before-sentence'] || beforeSentence(service),
  taking: ({ service: { referrals } }, { taking }) =>
    !taking || referrals.intake === 'taking' || referrals.intake === 'waiting-list',
  state: ({ service: { state } }, search) =>
    search['not-running'] || state === 'current' || state === 'unknown',
  expired: ({ assurance }, { expired }) => expired || assurance !== 'expired',
};

/** An entry that the words find, and the filters that it fails. */
interface Tried {
  row: ServiceRow;
  fails: readonly string[];
  suits: boolean;
}

function tried(search: DirectorySearch): Tried[] {
  const typed = split(search.words);
  return services
    .filter(({ jurisdiction }) => jurisdiction === 'Scotland')
    .map((service) => rowOf(service, search['as-at']))
    .filter((row) => worded(typed, row))
    .map((row) => ({
      row,
      fails: Object.entries(tests).flatMap(([name, test]) => (test(row, search) ? [] : [name])),
      suits: unsuitedTo(row.service, search.person).length === 0,
    }));
}

/** What every filter leaves but those named, for the person too. */
function leaves(all: readonly Tried[], ...but: string[]): ServiceRow[] {
  return all
    .filter(({ fails, suits }) => suits && fails.every((name) => but.includes(name)))
    .map(({ row }) => row);
}

/** What a filter leaves, for the person too. */
export function found(search: DirectorySearch, ...but: string[]): ServiceRow[] {
  return leaves(tried(search), ...but);
}

const sureness = ['fresh', 'due', 'stale', 'never-assured', 'in-the-future', 'expired'];
const place = (row: ServiceRow) =>
  Number(row['national-only']) * 10 + sureness.indexOf(row.assurance);

function nextDoor(search: DirectorySearch, all: readonly Tried[]): NearRow[] {
  const home = councils.find(({ id }) => id === search.council);
  if (!home) return [];
  const near = (ids: readonly string[], nearness: Nearness) =>
    ids.flatMap((id) => {
      const council = councils.find((one) => one.id === id);
      return council ? [{ council, nearness }] : [];
    });
  const around = [...near(home.neighbours, 'border'), ...near(home.links, 'crossing')];
  const rows = leaves(all, 'council').filter((row) => !takesIn(row.service, home.id));
  const seen = new Set<string>();
  return around.flatMap(({ council, nearness }) =>
    rows
      .filter(({ service }) => takesIn(service, council.id) && !seen.has(service.id))
      .map((row) => {
        seen.add(row.service.id);
        return { row, council: council.name, nearness };
      }),
  );
}

function counted(values: string[], name: (code: string) => string): FacetCount[] {
  const by = new Map<string, number>();
  for (const value of values) by.set(value, (by.get(value) ?? 0) + 1);
  return [...by]
    .map(([value, count]) => ({ value, label: name(value), count }))
    .toSorted((one, other) => other.count - one.count || one.label.localeCompare(other.label));
}

/** How many rows each value would leave, as the value's own question tells; those that leave none are not told. */
function asking(
  values: readonly { id: string; name: string }[],
  rows: (value: string) => number,
): FacetCount[] {
  return values
    .map(({ id: value, name }) => ({ value, label: name, count: rows(value) }))
    .filter(({ count }) => count > 0);
}

/** How many rows there would be for somebody else, the rest of the person as it is. */
function forSomebody(
  all: readonly Tried[],
  values: readonly { value: string; label: string; person: Sought }[],
): FacetCount[] {
  const answering = all.filter(({ fails }) => fails.length === 0);
  return values.map(({ value, label: name, person }) => ({
    value,
    label: name,
    count: answering.filter(({ row }) => unsuitedTo(row.service, person).length === 0).length,
  }));
}

/** Gives how many letters have to change to make one word of another. */
function apart(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, against] of [...other].entries()) {
      const changed = (before[column] ?? 0) + Number(letter !== against);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}

function suggestion(words: string): string | null {
  const typed = words.trim().toLowerCase();
  if (typed.length < 4) return null;
  const known = services.flatMap(({ name }) => name.split(/\W+/));
  const near = [...Object.keys(everyday), ...known.map((word) => word.toLowerCase())]
    .filter((word) => word.length > 3 && apart(typed, word) <= 2)
    .toSorted((one, other) => apart(typed, one) - apart(typed, other));
  return near[0] ?? null;
}

/** Answers a search. */
export function ask(search: DirectorySearch): DirectoryResults {
  const all = tried(search);
  const rows = leaves(all).toSorted((one, other) => place(one) - place(other));
  const unsuited = all
    .filter(({ fails, suits }) => !suits && fails.length === 0)
    .map(({ row }) => ({ row, why: unsuitedTo(row.service, search.person) }));
  const near = nextDoor(search, all);
  const ofEach = (filter: string, codes: (service: Service) => string[]) =>
    leaves(all, filter).flatMap(({ service }) => codes(service));
  return {
    rows: rows.slice(search.from, search.from + search.limit),
    matched: rows.length,
    total: services.length,
    unsuited: unsuited.slice(0, 20),
    'unsuited-count': unsuited.length,
    'next-door': near.slice(0, 20),
    'next-door-count': near.length,
    suggestion: rows.length === 0 ? suggestion(search.words) : null,
    groups: counted(
      ofEach('group', ({ groups }) => groups),
      (code) => label('offender_group', code),
    ),
    options: counted(
      ofEach('option', ({ options }) => options),
      optionName,
    ),
    kinds: counted(
      ofEach('kind', ({ kind }) => [kind]),
      (code) => label('programme_kind', code),
    ),
    needs: counted(
      ofEach('need', ({ outcomes }) => outcomes),
      (code) => label('outcome', code),
    ),
    councils: asking(councils, (council) => {
      const asked = { ...search, council };
      return leaves(all, 'council').filter((row) => tests['council']?.(row, asked)).length;
    }),
    courts: asking(courts, (court) => {
      const asked = { ...search, court };
      return leaves(all, 'court').filter((row) => tests['court']?.(row, asked)).length;
    }),
    prisons: asking(
      prisons,
      (prison) =>
        leaves(all, 'prison').filter((row) => row.service.prisons.includes(prison)).length,
    ),
    sexes: forSomebody(all, [
      { value: 'female', label: 'Female', person: { ...search.person, sex: 'female' } },
      { value: 'male', label: 'Male', person: { ...search.person, sex: 'male' } },
    ]),
    orders: forSomebody(all, [
      {
        value: 'yes',
        label: 'Yes, or would be',
        person: { ...search.person, 'under-order': true },
      },
      { value: 'no', label: 'No', person: { ...search.person, 'under-order': false } },
    ]),
  };
}

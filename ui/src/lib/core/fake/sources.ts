// The edition's own sources, read into the wire's types.
import * as sources from 'virtual:edition-sources';
import type {
  Area,
  BailCondition,
  Checked,
  CommitmentKind,
  CodeListEntry,
  Council,
  Court,
  CourtKind,
  DaySpan,
  Fact,
  FactKind,
  InForce,
  Menu,
  MenuOption,
  Need,
  Needed,
  Organisation,
  PlaceState,
  Prison,
  Service,
  ServiceState,
  Stage,
  WindowEnd,
} from '../wire';
import { asTold } from './told';

type Raw = Record<string, unknown>;

const text = (raw: Raw, name: string) => String(raw[name] ?? '');
const maybe = (raw: Raw, name: string) => (raw[name] ? String(raw[name]) : null);
const list = (raw: Raw, name: string) => (Array.isArray(raw[name]) ? raw[name].map(String) : []);
const within = (raw: Raw, name: string): Raw =>
  typeof raw[name] === 'object' && raw[name] !== null ? { ...raw[name] } : {};
const tables = (raw: Raw, name: string): Raw[] => {
  const found: unknown = raw[name];
  return Array.isArray(found) ? found : [];
};
const split = (words: string | undefined) => (words ?? '').split(';').filter(Boolean);
const one = <T extends string>(known: readonly T[], word: string, otherwise: T): T =>
  known.find((name) => name === word) ?? otherwise;
const several = <T extends string>(known: readonly T[], words: string[]): T[] =>
  known.filter((name) => words.includes(name));

export const courtKinds: readonly CourtKind[] = [
  'high-court',
  'sheriff-solemn',
  'sheriff-summary',
  'justice-of-the-peace',
  'sheriff-appeal',
];
export const stages: readonly Stage[] = [
  'arrested',
  'charged',
  'first-appearance',
  'before-verdict',
  'before-sentence',
  'breach-of-order',
  'appeal-pending',
];
const neededs: readonly Needed[] = ['yes', 'no', 'in-practice', 'depends', 'not-known'];
const commitmentKinds: readonly CommitmentKind[] = [
  'stay-in',
  'keep-away',
  'unpaid-work',
  'programme',
  'appointment',
  'treatment',
];
const states: readonly ServiceState[] = ['current', 'historical', 'planned', 'unknown'];
const placeStates: readonly PlaceState[] = ['open', 'closed', 'planned', 'unknown'];
const checked = (raw: Raw, name: string): Checked =>
  one(['verified', 'unverified'], text(raw, name), 'unverified');

const need = (raw: Raw): Need => ({
  needed: one(neededs, text(raw, 'needed'), 'not-known'),
  says: maybe(raw, 'says'),
});
const span = (raw: Raw, name: string): DaySpan | null =>
  raw[name]
    ? { from: maybe(within(raw, name), 'from'), until: maybe(within(raw, name), 'until') }
    : null;
const ends: readonly WindowEnd[] = ['from', 'until'];
const window = (raw: Raw): InForce => ({
  from: maybe(raw, 'from'),
  until: maybe(raw, 'until'),
  ended: raw['ended'] === true,
  'begun-in': span(raw, 'begun-in'),
  'ended-in': span(raw, 'ended-in'),
  unchecked: several(ends, list(raw, 'unchecked')),
  'tested-on': one(['the-order', 'the-offence'], text(raw, 'tested-on'), 'the-order'),
  note: maybe(raw, 'note'),
});

const menus: readonly Menu[] = ['bail', 'disposals'];
export const families = sources.families.map((family) => ({
  ...family,
  menu: one(menus, family.menu, 'bail'),
}));

export const options: MenuOption[] = sources.options.map((raw) => ({
  id: text(raw, 'id'),
  family: text(raw, 'family'),
  name: text(raw, 'name'),
  aliases: list(raw, 'aliases'),
  what: text(raw, 'what'),
  who: text(raw, 'who'),
  courts: several(courtKinds, list(raw, 'courts')),
  stages: several(stages, list(raw, 'stages')),
  when: maybe(raw, 'when'),
  limits: maybe(raw, 'limits'),
  consent: need(within(raw, 'consent')),
  report: need(within(raw, 'report')),
  breach: maybe(raw, 'breach'),
  'delivered-by': maybe(raw, 'delivered-by'),
  'combines-with': maybe(raw, 'combines-with'),
  excludes: maybe(raw, 'excludes'),
  reviews: maybe(raw, 'reviews'),
  succession: maybe(raw, 'succession'),
  notes: list(raw, 'notes'),
  'in-week': several(commitmentKinds, list(raw, 'in-week')),
  'done-within': null,
  authority: text(raw, 'authority'),
  'in-force': window(within(raw, 'in-force')),
  source: maybe(raw, 'source'),
  checked: checked(raw, 'checked'),
}));

export const conditions: BailCondition[] = sources.conditions.map((raw) => ({
  id: text(raw, 'id'),
  kind: one(['standard', 'further'], text(raw, 'kind'), 'further'),
  name: text(raw, 'name'),
  says: text(raw, 'says'),
  applies: maybe(raw, 'applies'),
  authority: text(raw, 'authority'),
  'in-force': window(within(raw, 'in-force')),
  checked: checked(raw, 'checked'),
}));

const factKinds: readonly FactKind[] = [
  'flag',
  'age',
  'date',
  'term',
  'amount',
  'count',
  'choice',
  'list',
];
export const facts: Fact[] = sources.facts.map((raw) => ({
  id: text(raw, 'id'),
  group: text(raw, 'group'),
  kind: one(factKinds, text(raw, 'kind'), 'flag'),
  label: text(raw, 'label'),
  help: maybe(raw, 'help'),
  choice: tables(raw, 'choice').map((choice) => ({
    id: text(choice, 'id'),
    name: text(choice, 'name'),
    also: list(choice, 'also'),
  })),
}));

const rows = (name: string) => sources.tables[name] ?? [];

export const councils: Council[] = rows('local-authorities').map((raw) => ({
  id: text(raw, 'gss_code'),
  iso: text(raw, 'iso_3166_2'),
  name: text(raw, 'name'),
  'short-name': text(raw, 'short_name'),
  sheriffdoms: split(raw.sheriffdoms),
  'former-authority': text(raw, 'former_cja_2007_2017'),
  'health-board': text(raw, 'health_board'),
  'police-division': text(raw, 'police_division'),
  neighbours: split(raw.neighbours_gss),
  links: split(raw.bridge_or_ferry_links_gss),
  'tile-column': Number(raw.tile_col),
  'tile-row': Number(raw.tile_row),
  previous: split(raw.previous_gss),
  note: maybe(raw, 'note'),
  unverified: split(raw.unverified_fields),
  checked: checked(raw, 'status'),
}));

export const courts: Court[] = rows('courts').map((raw) => ({
  id: text(raw, 'id'),
  name: text(raw, 'name'),
  kind: text(raw, 'type'),
  sheriffdom: maybe(raw, 'sheriffdom'),
  town: text(raw, 'town'),
  councils: split(raw.areas_served).filter((code) => code.startsWith('S12')),
  national: raw.areas_served === 'national',
  state: one(placeStates, text(raw, 'state'), 'unknown'),
  'closed-on': maybe(raw, 'closed_on'),
  'transferred-to': maybe(raw, 'business_transferred_to'),
  'shares-with': maybe(raw, 'colocated_with'),
  note: maybe(raw, 'note'),
  source: maybe(raw, 'source'),
  unverified: split(raw.unverified_fields),
  checked: checked(raw, 'status'),
}));

export const prisons: Prison[] = rows('prisons').map((raw) => ({
  id: text(raw, 'id'),
  name: text(raw, 'name'),
  kind: text(raw, 'type'),
  town: text(raw, 'town'),
  council: maybe(raw, 'local_authority'),
  operator: maybe(raw, 'operator'),
  populations: maybe(raw, 'populations'),
  opened: maybe(raw, 'opened'),
  closed: maybe(raw, 'closed'),
  state: one(placeStates, text(raw, 'state'), 'unknown'),
  note: maybe(raw, 'note'),
  source: maybe(raw, 'source'),
  unverified: split(raw.unverified_fields),
  checked: checked(raw, 'status'),
}));

const area = (words: string): Area => {
  if (words === 'national') return { area: 'national' };
  const codes = split(words).filter((code) => code.startsWith('S12'));
  return codes.length > 0
    ? { area: 'councils', councils: codes }
    : { area: 'elsewhere', says: words || 'Not stated' };
};
const age = (words: string | undefined) => (words ? Number(words) : null);

const ofEdition: Service[] = rows('programmes').map((raw) => ({
  id: text(raw, 'id'),
  name: text(raw, 'name'),
  'other-names': [],
  kind: text(raw, 'kind'),
  description: text(raw, 'description'),
  provider: maybe(raw, 'provider'),
  providers: split(raw.provider_org_ids),
  area: area(text(raw, 'areas_served')),
  courts: [],
  prisons: [],
  setting: maybe(raw, 'setting'),
  groups: split(raw.offender_groups),
  outcomes: split(raw.outcomes),
  eligibility: {
    sex: maybe(raw, 'elig_sex'),
    'age-from': age(raw.elig_age_min),
    'age-to': age(raw.elig_age_max),
    offence: maybe(raw, 'elig_offence'),
    risk: maybe(raw, 'elig_risk'),
    'order-needed': maybe(raw, 'order_needed'),
    residence: null,
    'not-for': null,
  },
  options: split(raw.disposal_ids),
  referrals: {
    intake: 'not-stated',
    weeks: null,
    'next-start': null,
    places: null,
    'told-on': null,
  },
  'how-to-refer': null,
  contact: null,
  length: null,
  times: null,
  cost: null,
  evidence: null,
  access: null,
  languages: [],
  'active-from': maybe(raw, 'active_from'),
  'active-to': maybe(raw, 'active_to'),
  parent: maybe(raw, 'parent_id'),
  state: one(states, text(raw, 'state'), 'unknown'),
  jurisdiction: text(raw, 'jurisdiction'),
  source: maybe(raw, 'source'),
  'source-date': maybe(raw, 'source_date'),
  'assured-on': null,
  'assured-by': null,
  unverified: split(raw.unverified_fields),
  checked: checked(raw, 'status'),
}));
export const services = asTold(ofEdition);

export const organisations = new Map(
  rows('organisations').map((raw) => [text(raw, 'id'), raw] as const),
);
export const terms = rows('glossary');
export const bodies: Organisation[] = rows('organisations').map((raw) => ({
  id: text(raw, 'id'),
  name: text(raw, 'name'),
  kind: text(raw, 'kind'),
  area: area(text(raw, 'areas_served')),
  website: maybe(raw, 'website'),
  source: maybe(raw, 'source'),
  note: maybe(raw, 'note'),
  checked: checked(raw, 'status'),
}));
export const codeLists: CodeListEntry[] = rows('code-lists').map((raw) => ({
  list: text(raw, 'list'),
  code: text(raw, 'code'),
  label: text(raw, 'label'),
  note: maybe(raw, 'note'),
}));
const codes = new Map(
  rows('code-lists').map((raw) => [`${raw.list} ${raw.code}`, raw.label ?? '']),
);

/** The words for a code of a list. */
export const label = (of: string, code: string) => codes.get(`${of} ${code}`) ?? code;

import type { DirectorySearch, FacetCount } from '$lib/core';

/** The filters of the directory, by the names they have in the address. */
export const filterIds = [
  'council',
  'court',
  'need',
  'sex',
  'age',
  'order',
  'group',
  'kind',
  'option',
  'stage',
  'prison',
  'taking',
  'ended',
  'expired',
] as const;

/** Names a filter. */
export type FilterId = (typeof filterIds)[number];

/** What each filter is set to: empty where it keeps nothing out. */
export type Filters = Readonly<Record<FilterId, string>>;

/** Those in the first row. The others stand behind "More filters". */
const first: readonly FilterId[] = ['council', 'court', 'need'];

/** How many of the filters behind "More filters" are set. */
export function setBehind(filters: Filters): number {
  return filterIds.filter((id) => filters[id] && !first.includes(id)).length;
}

export const isFilter = (id: string): id is FilterId => filterIds.some((one) => one === id);

/** Gives every filter as a function of its name has it. */
export function filtersOf(value: (id: FilterId) => string): Filters {
  return {
    council: value('council'),
    court: value('court'),
    need: value('need'),
    sex: value('sex'),
    age: value('age'),
    order: value('order'),
    group: value('group'),
    kind: value('kind'),
    option: value('option'),
    stage: value('stage'),
    prison: value('prison'),
    taking: value('taking'),
    ended: value('ended'),
    expired: value('expired'),
  };
}

/** Reads an age in whole years; nothing where the words are none. */
export function readAge(typed: string): number | null {
  const text = typed.trim();
  const age = Number(text);
  return /^\d{1,3}$/.test(text) && age <= 120 ? age : null;
}

/** Writes the filters as the core asks for them. */
export function asked(
  filters: Filters,
): Omit<DirectorySearch, 'words' | 'as-at' | 'from' | 'limit'> {
  return {
    court: filters.court || null,
    council: filters.council || null,
    prison: filters.prison || null,
    kind: filters.kind || null,
    need: filters.need || null,
    group: filters.group || null,
    option: filters.option || null,
    'before-sentence': filters.stage !== '',
    person: {
      sex: filters.sex || null,
      age: readAge(filters.age),
      'under-order': filters.order ? filters.order === 'yes' : null,
    },
    taking: filters.taking !== '',
    'not-running': filters.ended !== '',
    expired: filters.expired !== '',
  };
}

interface Choice {
  value: string;
  label: string;
  count?: number;
}

/** Values with what each would leave, those of nothing among them; without it until the core has told. */
export function valuesCounted(
  values: readonly Choice[],
  counts: readonly FacetCount[] | undefined,
): readonly Choice[] {
  if (!counts) return values;
  const by = new Map(counts.map(({ value, count }) => [value, count]));
  return values.map((one) => ({ ...one, count: by.get(one.value) ?? 0 }));
}

/** Places as values, with what each would leave. */
export function placesCounted(
  places: readonly { id: string; name: string }[],
  counts: readonly FacetCount[] | undefined,
): readonly Choice[] {
  return valuesCounted(
    places.map(({ id, name }) => ({ value: id, label: name })),
    counts,
  );
}

/** The words of a filter that is in force, without its value's own name. */
const plainTags: Partial<Record<FilterId, (value: string) => string>> = {
  sex: (value) => (value === 'female' ? 'Female' : 'Male'),
  age: (value) => (readAge(value) === null ? '' : `Aged ${value.trim()}`),
  order: (value) => (value === 'yes' ? 'Under an order' : 'Not under an order'),
  stage: () => 'Before sentence',
  taking: () => 'Taking referrals',
  ended: () => 'Ended and planned too',
  expired: () => 'Expired too',
};

/** The filters in force as tags; `nameOf` gives the name of a place or code. */
export function tagsOf(
  filters: Filters,
  nameOf: (id: FilterId, value: string) => string,
): { id: FilterId; label: string }[] {
  return filterIds
    .filter((id) => filters[id])
    .map((id) => ({ id, label: (plainTags[id] ?? ((value) => nameOf(id, value)))(filters[id]) }))
    .filter(({ label }) => label);
}

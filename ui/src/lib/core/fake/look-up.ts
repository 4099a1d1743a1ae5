import type { Commands } from '../core';
import type {
  FacetCount,
  Found,
  Kept,
  Menu,
  MenuOption,
  OptionRow,
  OptionSearch,
  Service,
  ServiceRow,
} from '../wire';
import { courtKindNames, stageNames } from '../names';
import { answer, missing } from './answer';
import {
  conditions,
  councils,
  courtKinds,
  courts,
  families,
  label,
  options,
  prisons,
  services,
  stages,
  terms,
} from './sources';

type Acts = Pick<
  Commands,
  'find' | 'places' | 'searchOptions' | 'optionPage' | 'printMenu' | 'printCard'
>;

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word typed begins a word of the text. */
export function matches(typed: string, ...texts: string[]): boolean {
  const begins = plain(texts.join(' ')).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((word) => begins.some((begin) => begin.startsWith(word)));
}

export const inMenu = (menu: Menu) => {
  const ids = new Set(families.filter((family) => family.menu === menu).map(({ id }) => id));
  return options.filter(({ family }) => ids.has(family));
};

export const holds = ({ 'in-force': days }: MenuOption, day: string) => {
  const from = days.from ?? days['begun-in']?.from;
  const until = days.until ?? days['ended-in']?.until;
  const over = days.ended && !until;
  return !over && (!from || from <= day) && (!until || day <= until);
};

const doubted = (option: MenuOption) =>
  option.checked === 'unverified' || JSON.stringify(option).includes('[?]');

export const takesIn = ({ area }: Service, council: string | null) =>
  council !== null && area.area === 'councils' && area.councils.includes(council);

const hangsOn = (service: Service, id: string) =>
  service.state === 'current' && service.options.includes(id);

function optionRow(option: MenuOption, search: OptionSearch): OptionRow {
  const named = matches(search.words, option.name);
  const here = services.filter(
    (service) => hangsOn(service, option.id) && takesIn(service, search.council),
  );
  return {
    id: option.id,
    name: option.name,
    matched: named ? null : (option.aliases.find((alias) => matches(search.words, alias)) ?? null),
    family: option.family,
    what: option.what,
    consent: option.consent.needed,
    report: option.report.needed,
    authority: option.authority,
    'in-force': holds(option, search['as-at']),
    window: option['in-force'],
    checked: option.checked,
    'unchecked-part': doubted(option),
    'services-here': here.length,
  };
}

const nothingKept: Kept = {
  note: null,
  reviewer: null,
  deputy: null,
  'assured-how': null,
  'feed-assurance': null,
  'foreign-ids': [],
  'changed-at': null,
  'imported-at': null,
};

export function serviceRow(service: Service): ServiceRow {
  const { area } = service;
  const names = councils
    .filter(({ id }) => area.area === 'councils' && area.councils.includes(id))
    .map((council) => council.name);
  const words = area.area === 'elsewhere' ? area.says : 'All Scotland';
  return {
    service,
    origin: { from: 'edition' },
    kept: nothingKept,
    'kind-label': label('programme_kind', service.kind),
    'area-label': names.length > 0 ? names.join(', ') : words,
    assurance: 'never-assured',
    'national-only': area.area === 'national',
  };
}

export function counts(values: string[], name: (value: string) => string): FacetCount[] {
  const by = new Map<string, number>();
  for (const value of values) by.set(value, (by.get(value) ?? 0) + 1);
  return [...by].map(([value, count]) => ({ value, label: name(value), count }));
}

export const paper = (title: string, pages = 1) =>
  answer({
    token: Math.floor(Math.random() * 1e6),
    title,
    pages,
    'page-size': [595, 842] satisfies [number, number],
    warnings: [],
    issue: null,
  });

/** The menus and the directory, from the edition's own sources. */
export function lookUpCommands(): Acts {
  return {
    find: (words) => answer(words.trim() ? findAll(words).slice(0, 20) : []),
    places: () => answer({ councils, courts, prisons }),
    searchOptions: (search) => {
      const all = inMenu(search.menu).filter(
        (option) => search['out-of-force'] || holds(option, search['as-at']),
      );
      const worded = all.filter(({ name, aliases }) => matches(search.words, name, ...aliases));
      const kept = worded
        .filter(({ family }) => !search.family || family === search.family)
        .filter(({ courts: may }) => !search.court || may.includes(search.court))
        .filter((option) => !search.stage || option.stages.includes(search.stage));
      const rows = kept.map((option) => optionRow(option, search));
      if (search.words)
        rows.sort((a, b) => Number(a.matched !== null) - Number(b.matched !== null));
      const near = search.words.slice(0, 2);
      return answer({
        rows,
        total: all.length,
        suggestion:
          rows.length > 0 || !near
            ? null
            : (all.map(({ name }) => name).find((name) => matches(near, name)) ?? null),
        families: counts(
          worded.map(({ family }) => family),
          (id) => families.find((family) => family.id === id)?.title ?? id,
        ),
        courts: courtKinds.map((value) => ({
          value,
          label: courtKindNames[value],
          count: worded.filter(({ courts: may }) => may.includes(value)).length,
        })),
        stages: stages.map((value) => ({
          value,
          label: stageNames[value],
          count: worded.filter((option) => option.stages.includes(value)).length,
        })),
      });
    },
    optionPage: (menu, id, asAt, council) => {
      const option = options.find((one) => one.id === id);
      if (!option) return missing();
      const beside = new Set(councils.find((one) => one.id === council)?.neighbours);
      const here = services.filter((one) => hangsOn(one, id) && takesIn(one, council));
      const nextDoor = services.filter(
        (one) =>
          hangsOn(one, id) &&
          !here.includes(one) &&
          [...beside].some((neighbour) => takesIn(one, neighbour)),
      );
      const grants = menu === 'bail' && option.family === 'liberation-by-the-court';
      return answer({
        option,
        menu,
        'family-title': families.find((family) => family.id === option.family)?.title ?? '',
        'in-force': holds(option, asAt),
        'services-here': here.map(serviceRow),
        'services-next-door': nextDoor.map(serviceRow),
        conditions: grants ? conditions.filter(({ kind }) => kind === 'standard') : [],
        wording: `${option.name}\n${option.what}\nAuthority: ${option.authority}`,
      });
    },
    printMenu: ({ search }) => paper(search.menu === 'bail' ? 'Bail options' : 'Disposals', 6),
    printCard: ({ option }) => paper(options.find((one) => one.id === option)?.name ?? 'Option'),
  };
}

function findAll(words: string): Found[] {
  const found: Found[] = [];
  for (const menu of ['bail', 'disposals'] as const) {
    for (const { id, name, aliases, what } of inMenu(menu)) {
      const kind = menu === 'bail' ? 'bail-option' : 'disposal';
      if (matches(words, name, ...aliases)) found.push({ kind, id, name, line: what });
    }
  }
  for (const { id, name, description } of services) {
    if (matches(words, name)) found.push({ kind: 'service', id, name, line: description });
  }
  for (const { id, name, sheriffdom } of courts) {
    if (matches(words, name)) found.push({ kind: 'court', id, name, line: sheriffdom ?? '' });
  }
  for (const { term = '', expansion = '', meaning = '' } of terms) {
    if (matches(words, term, expansion)) {
      found.push({ kind: 'term', id: term, name: term, line: `${expansion}. ${meaning}` });
    }
  }
  return found;
}

import type { Area, Service } from '$lib/core';
import { plainDate, readDate } from '$lib/shared/dates';
import { readLanguages } from './languages';
import { readPartDate } from './part-dates';
import { partNames, type DraftPart, type ServiceDraft } from './service-draft';

/** Something to put right, and the id of the box it is about. */
export interface Problem {
  field: string;
  says: string;
}

/** A form read: the service it says, and what could not be read. */
export interface ReadService {
  service: Service;
  problems: Problem[];
}

/** The id of a part's box. */
export const fieldOf = (part: DraftPart) => `service-${part}`;

const known = (words: string) => words.trim() || null;
const lines = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Reads the form of an entry. What it does not show is taken from `base`, confirmation and all. */
export function readService(draft: ServiceDraft, base: Service, today: string): ReadService {
  const reader = new Reader(draft, today);
  const service: Service = {
    ...base,
    name: reader.needed('name', 'Enter the name that people know it by'),
    'other-names': lines(draft.otherNames),
    kind: reader.needed('kind', 'Choose what kind of service it is'),
    description: reader.needed('description', 'Say what it involves'),
    provider: known(draft.provider),
    providers: [...draft.providers],
    area: reader.area(),
    courts: [...draft.courts],
    prisons: [...draft.prisons],
    setting: known(draft.setting),
    groups: [...draft.groups],
    outcomes: [...draft.outcomes],
    eligibility: {
      sex: known(draft.sex),
      'age-from': reader.count('ageFrom', 120),
      'age-to': reader.count('ageTo', 120),
      offence: known(draft.offence),
      risk: known(draft.risk),
      'order-needed': known(draft.orderNeeded),
      residence: known(draft.residence),
      'not-for': known(draft.notFor),
    },
    options: [...draft.options],
    referrals: {
      intake: draft.intake,
      weeks: reader.count('weeks', 520),
      'next-start': reader.day('nextStart'),
      places: reader.count('places', 10_000),
      'told-on': reader.day('toldOn'),
    },
    'how-to-refer': known(draft.howToRefer),
    contact: known(draft.contact),
    length: known(draft.length),
    times: known(draft.times),
    cost: known(draft.cost),
    evidence: known(draft.evidence),
    access: known(draft.access),
    languages: reader.languages(),
    'active-from': reader.partDay('activeFrom'),
    'active-to': reader.partDay('activeTo'),
    parent: known(draft.parent),
    state: draft.state,
    jurisdiction: draft.jurisdiction,
    source: known(draft.source),
    'source-date': reader.partDay('sourceDate'),
    unverified: [...draft.unverified],
    checked: draft.checked,
  };
  reader.together(service);
  return { service, problems: reader.problems };
}

class Reader {
  problems: Problem[] = [];
  #draft: ServiceDraft;
  #today: string;

  constructor(draft: ServiceDraft, today: string) {
    this.#draft = draft;
    this.#today = today;
  }

  needed(part: 'name' | 'kind' | 'description', says: string): string {
    const words = this.#draft[part].trim();
    if (words === '') this.#fault(part, says);
    return words;
  }

  area(): Area {
    const { reach, councils, elsewhere } = this.#draft;
    if (reach === 'national') return { area: 'national' };
    if (reach === 'elsewhere') {
      if (elsewhere.trim() === '') this.#fault('elsewhere', 'Say where it takes people from');
      return { area: 'elsewhere', says: elsewhere.trim() };
    }
    if (councils.length === 0) {
      this.#fault(
        'councils',
        'Choose at least one council, or say that it takes people from all Scotland',
      );
    }
    return { area: 'councils', councils: [...councils] };
  }

  count(part: 'ageFrom' | 'ageTo' | 'weeks' | 'places', most: number): number | null {
    const typed = this.#draft[part].trim();
    if (typed === '') return null;
    const read = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN;
    if (read <= most) return read;
    this.#fault(part, `${partNames[part]}: enter a whole number, such as 16, up to ${most}`);
    return null;
  }

  day(part: 'nextStart' | 'toldOn'): string | null {
    const typed = this.#draft[part].trim();
    if (typed === '') return null;
    const read = readDate(typed, this.#today);
    if (read === null) {
      this.#fault(part, `${partNames[part]}: enter a date, such as 27 3 2026, fri or +10d`);
    }
    return read;
  }

  partDay(part: 'activeFrom' | 'activeTo' | 'sourceDate'): string | null {
    const typed = this.#draft[part].trim();
    if (typed === '') return null;
    const read = readPartDate(typed, this.#today);
    if (read === null) {
      this.#fault(part, `${partNames[part]}: enter a year, a month or a day, such as 2019`);
    }
    return read;
  }

  languages(): string[] {
    const { codes, unread } = readLanguages(this.#draft.languages);
    if (unread.length > 0) {
      this.#fault(
        'languages',
        `Languages: “${unread.join('”, “')}” is not known here. Write its ISO 639 code, such as gd`,
      );
    }
    return codes;
  }

  /** What can only be seen of several parts at once. */
  together({ eligibility, referrals, ...service }: Service): void {
    const { 'age-from': youngest, 'age-to': oldest } = eligibility;
    if (youngest !== null && oldest !== null && youngest > oldest) {
      this.#fault('ageTo', `The oldest age must not be under the youngest, ${youngest}`);
    }
    const told = referrals['told-on'];
    if (told !== null && told > this.#today) {
      this.#fault('toldOn', `Told on must not be after today, ${plainDate(this.#today)}`);
    }
    if (told === null && referrals.intake !== 'not-stated' && !this.#has('toldOn')) {
      this.#fault(
        'toldOn',
        'Enter the day on which this was told: it is the fact that ages fastest',
      );
    }
    const { 'active-from': from, 'active-to': to } = service;
    if (from !== null && to !== null && to < from.slice(0, to.length)) {
      this.#fault('activeTo', 'The day it ended must not be before the day it began');
    }
    const written = service['source-date'];
    if (written !== null && written > this.#today) {
      this.#fault('sourceDate', 'The source’s own date must not be after today');
    }
  }

  #has(part: DraftPart): boolean {
    return this.problems.some(({ field }) => field === fieldOf(part));
  }

  #fault(part: DraftPart, says: string): void {
    if (!this.#has(part)) this.problems.push({ field: fieldOf(part), says });
  }
}

import type { Checked, Intake, Service, ServiceId, ServiceState } from '$lib/core';
import { plainDate } from '$lib/shared/dates';
import { threeWay, type Merged } from '$lib/shared/three-way';
import { languageWords } from './languages';

/** Where people must live. */
export type Reach = 'national' | 'councils' | 'elsewhere';

/** An entry as it is typed: words as they stand in their boxes, and codes that are ticked. */
export interface ServiceDraft {
  name: string;
  /** One a line. */
  otherNames: string;
  kind: string;
  description: string;
  parent: string;
  state: ServiceState;
  activeFrom: string;
  activeTo: string;
  jurisdiction: string;
  sex: string;
  ageFrom: string;
  ageTo: string;
  offence: string;
  risk: string;
  orderNeeded: string;
  residence: string;
  notFor: string;
  reach: Reach;
  councils: readonly string[];
  elsewhere: string;
  courts: readonly string[];
  prisons: readonly string[];
  setting: string;
  options: readonly string[];
  groups: readonly string[];
  outcomes: readonly string[];
  intake: Intake;
  weeks: string;
  places: string;
  nextStart: string;
  toldOn: string;
  providers: readonly string[];
  provider: string;
  howToRefer: string;
  contact: string;
  times: string;
  length: string;
  cost: string;
  access: string;
  languages: string;
  evidence: string;
  source: string;
  sourceDate: string;
  unverified: readonly string[];
  checked: Checked;
}

export type DraftPart = keyof ServiceDraft;

/** The label of each part, in the form and where two versions are set side by side. */
export const partNames = {
  name: 'Name',
  otherNames: 'Other names',
  kind: 'Kind of service',
  description: 'What it involves',
  parent: 'Local delivery of',
  state: 'State',
  activeFrom: 'Began',
  activeTo: 'Ended',
  jurisdiction: 'Law of',
  sex: 'Men or women',
  ageFrom: 'Youngest age',
  ageTo: 'Oldest age',
  offence: 'Offences it is for',
  risk: 'Risk it is for',
  orderNeeded: 'Order needed',
  residence: 'Where the person lives, beyond the area',
  notFor: 'Not for',
  reach: 'Takes people from',
  councils: 'Councils',
  elsewhere: 'Where, in words',
  courts: 'Courts it is tied to',
  prisons: 'Prisons it is offered in',
  setting: 'Setting',
  options: 'Orders and options',
  groups: 'Groups it serves',
  outcomes: 'Outcomes and needs',
  intake: 'Takes referrals',
  weeks: 'Weeks people wait',
  places: 'Free places',
  nextStart: 'Next start',
  toldOn: 'Told on',
  providers: 'Organisations that run it',
  provider: 'Provider, in words',
  howToRefer: 'How to refer',
  contact: 'Contact',
  times: 'Where and when',
  length: 'How long it lasts',
  cost: 'Cost',
  access: 'Access',
  languages: 'Languages',
  evidence: 'Evidence',
  source: 'Source',
  sourceDate: 'Source’s own date',
  unverified: 'Parts not checked',
  checked: 'Checked against its source',
} satisfies Record<DraftPart, string>;

const isPart = (name: string): name is DraftPart => Object.hasOwn(partNames, name);
const parts = Object.keys(partNames).filter(isPart);

const number = (of: number | null) => (of === null ? '' : String(of));
const day = (iso: string | null) => (iso ? plainDate(iso) : '');

/** Gives an entry as it is typed. */
export function draftOf(service: Service): ServiceDraft {
  const { area, eligibility, referrals } = service;
  return {
    name: service.name,
    otherNames: service['other-names'].join('\n'),
    kind: service.kind,
    description: service.description,
    parent: service.parent ?? '',
    state: service.state,
    activeFrom: service['active-from'] ?? '',
    activeTo: service['active-to'] ?? '',
    jurisdiction: service.jurisdiction,
    sex: eligibility.sex ?? '',
    ageFrom: number(eligibility['age-from']),
    ageTo: number(eligibility['age-to']),
    offence: eligibility.offence ?? '',
    risk: eligibility.risk ?? '',
    orderNeeded: eligibility['order-needed'] ?? '',
    residence: eligibility.residence ?? '',
    notFor: eligibility['not-for'] ?? '',
    reach: area.area,
    councils: area.area === 'councils' ? area.councils : [],
    elsewhere: area.area === 'elsewhere' ? area.says : '',
    courts: service.courts,
    prisons: service.prisons,
    setting: service.setting ?? '',
    options: service.options,
    groups: service.groups,
    outcomes: service.outcomes,
    intake: referrals.intake,
    weeks: number(referrals.weeks),
    places: number(referrals.places),
    nextStart: day(referrals['next-start']),
    toldOn: day(referrals['told-on']),
    providers: service.providers,
    provider: service.provider ?? '',
    howToRefer: service['how-to-refer'] ?? '',
    contact: service.contact ?? '',
    times: service.times ?? '',
    length: service.length ?? '',
    cost: service.cost ?? '',
    access: service.access ?? '',
    languages: languageWords(service.languages),
    evidence: service.evidence ?? '',
    source: service.source ?? '',
    sourceDate: service['source-date'] ?? '',
    unverified: service.unverified,
    checked: service.checked,
  };
}

/** An entry of which nothing is said yet. What is not said is not known, and is not "no". */
export function emptyService(id: ServiceId): Service {
  return {
    id,
    name: '',
    'other-names': [],
    kind: '',
    description: '',
    provider: null,
    providers: [],
    area: { area: 'councils', councils: [] },
    courts: [],
    prisons: [],
    setting: null,
    groups: [],
    outcomes: [],
    eligibility: {
      sex: null,
      'age-from': null,
      'age-to': null,
      offence: null,
      risk: null,
      'order-needed': null,
      residence: null,
      'not-for': null,
    },
    options: [],
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
    'active-from': null,
    'active-to': null,
    parent: null,
    state: 'current',
    jurisdiction: 'Scotland',
    source: null,
    'source-date': null,
    'assured-on': null,
    'assured-by': null,
    unverified: [],
    checked: 'unverified',
  };
}

/** Puts what two people typed together, part by part. */
export function together(
  base: ServiceDraft,
  ours: ServiceDraft,
  theirs: ServiceDraft,
): Merged<ServiceDraft, DraftPart> {
  return threeWay(parts, base, ours, theirs);
}

/** Gives a draft with some parts as another has them. */
export function withTheirs(
  ours: ServiceDraft,
  theirs: ServiceDraft,
  taken: readonly DraftPart[],
): ServiceDraft {
  const chosen = Object.fromEntries(taken.map((part) => [part, theirs[part]]));
  return { ...ours, ...chosen };
}

/** The parts that differ between two drafts. */
export function differing(one: ServiceDraft, other: ServiceDraft): DraftPart[] {
  return parts.filter((part) => String(one[part]) !== String(other[part]));
}

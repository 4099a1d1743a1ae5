import { type Eligibility, type Origin, type ServicePage } from '$lib/core';
import { nearness, plainDate } from '$lib/shared/dates';
import { instantDay } from '$lib/shared/times';
import { referralWords } from './referral-words';
import { languageWords } from './upkeep/languages';
import { partDateWords } from './upkeep/part-dates';

/** A fact of an entry; one not stated says so, since silence is not "no limit". */
export interface EntryFact {
  name: string;
  says: string;
  /** Whether it is there to be copied, as a telephone number is. */
  copies?: boolean;
}

const sexes = new Map([
  ['male', 'Men'],
  ['female', 'Women'],
  ['any', 'Anyone'],
]);
const orders = new Map([
  ['yes', 'An order is needed'],
  ['no', 'No order is needed'],
  ['either', 'With or without an order'],
]);
const settings = new Map([
  ['community', 'In the community'],
  ['custody', 'In custody'],
]);
const parts = new Map([
  ['elig_age', 'ages'],
  ['elig_age_min', 'youngest age'],
  ['elig_age_max', 'oldest age'],
  ['elig_sex', 'who it takes, by sex'],
  ['elig_offence', 'offences'],
  ['elig_risk', 'risk'],
  ['order_needed', 'whether an order is needed'],
  ['disposal_ids', 'orders it works with'],
  ['areas_served', 'area'],
  ['active_from', 'when it began'],
  ['active_to', 'when it ended'],
  ['provider_org_ids', 'provider'],
]);

const notStated = 'Not stated in the source';

/** Whom the service takes, in words. */
export function takes(
  { sex, 'age-from': from, 'age-to': to, offence, risk, 'order-needed': order }: Eligibility,
  groups: readonly string[] = [],
): string {
  const ages = from !== null && to !== null ? `aged ${from} to ${to}` : '';
  const years = ages || (from !== null && `aged ${from} or over`) || (to !== null && `up to ${to}`);
  const said = [
    [sex && (sexes.get(sex) ?? sex), years].filter(Boolean).join(' '),
    groups.length > 0 && `Groups: ${groups.join('; ').toLowerCase()}`,
    offence && `Offences: ${offence}`,
    risk && `Risk: ${risk}`,
    order && (orders.get(order) ?? order),
  ].filter(Boolean);
  return said.length > 0 ? said.join('. ') : notStated;
}

/** What somebody needs who refers a person, in the order in which it is asked. */
export function referralFacts(
  { row, councils, courts, prisons, groups }: ServicePage,
  today: string,
): { before: EntryFact[]; after: EntryFact[] } {
  const { service } = row;
  const { eligibility, contact, area } = service;
  const setting = service.setting ? (settings.get(service.setting) ?? service.setting) : notStated;
  const where = [
    setting,
    courts.length > 0 && `Courts: ${courts.join(', ')}`,
    prisons.length > 0 && `Prisons: ${prisons.join(', ')}`,
  ].filter(Boolean);
  return {
    before: [
      { name: 'Who it is for', says: takes(eligibility, groups) },
      { name: 'Not for', says: eligibility['not-for'] ?? notStated },
      {
        name: 'Where people live',
        says: [
          area.area === 'councils' ? councils.join(', ') : row['area-label'],
          eligibility.residence,
        ]
          .filter(Boolean)
          .join('. '),
      },
      { name: 'How to refer', says: service['how-to-refer'] ?? notStated },
      { name: 'Contact', says: contact ?? notStated, copies: contact !== null },
      { name: 'Referrals', says: referralWords(service.referrals, today) },
    ],
    after: [
      { name: 'Where', says: where.join('. ') },
      { name: 'When', says: service.times ?? notStated },
      { name: 'Length', says: service.length ?? notStated },
      { name: 'Cost', says: service.cost ?? notStated },
      { name: 'Access', says: service.access ?? notStated },
      { name: 'Languages', says: languageWords(service.languages) || notStated },
      { name: 'Evidence', says: service.evidence ?? notStated },
    ],
  };
}

/** What else the directory holds of it. */
export function otherFacts({ row: { service }, providers, outcomes }: ServicePage): EntryFact[] {
  const began = service['active-from'];
  const ended = service['active-to'];
  return [
    { name: 'Provider', says: providers.join(', ') || service.provider || notStated },
    { name: 'Other names', says: service['other-names'].join(', ') || 'None recorded' },
    { name: 'Outcomes', says: outcomes.join(' · ') || notStated },
    {
      name: 'Has run',
      says:
        began || ended
          ? [began && `from ${partDateWords(began)}`, ended && `to ${partDateWords(ended)}`]
              .filter(Boolean)
              .join(' ')
          : notStated,
    },
  ];
}

function originWords(origin: Origin): string {
  switch (origin.from) {
    case 'edition':
      return 'The edition, as it stands there';
    case 'changed':
      return 'The edition, and it was changed here';
    case 'here':
      return 'It was written here';
    case 'import':
      return `The file or feed “${origin.name}”`;
  }
}

/** Where the entry came from, how old each of its facts is, and what was not checked. */
export function sourceFacts({ row }: ServicePage, today: string): EntryFact[] {
  const { service, kept, origin } = row;
  const assured = service['assured-on'];
  const by = service['assured-by'];
  const feed = kept['feed-assurance'];
  const source = service['source-date'];
  const optional: (EntryFact | false)[] = [
    feed !== null && {
      name: 'The feed’s own date',
      says: `${plainDate(feed.on)}, by ${feed.feed}. It confirms nothing here`,
    },
    kept['changed-at'] !== null && {
      name: 'Last changed',
      says: instantDay(kept['changed-at']),
    },
    kept['imported-at'] !== null && {
      name: 'Brought in',
      says: instantDay(kept['imported-at']),
    },
  ];
  return [
    {
      name: 'Confirmed',
      says: assured
        ? [
            `${plainDate(assured)}, ${nearness(assured, today)}`,
            by && ` by ${by}`,
            kept['assured-how'] && `, ${kept['assured-how']}`,
          ]
            .filter(Boolean)
            .join('')
        : 'Nobody here has confirmed this entry',
    },
    { name: 'Source', says: service.source ?? notStated },
    { name: 'Source’s date', says: source ? partDateWords(source) : notStated },
    { name: 'This entry', says: originWords(origin) },
    ...optional.filter((fact) => fact !== false),
    {
      name: 'Parts not checked',
      says:
        service.unverified.map((part) => parts.get(part) ?? part.replaceAll('_', ' ')).join(', ') ||
        'None is marked',
    },
  ];
}

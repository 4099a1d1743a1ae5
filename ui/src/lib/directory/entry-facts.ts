import type { Eligibility, ServicePage } from '$lib/core';
import { plainDate } from '$lib/shared/dates';

/** A fact of an entry; one not stated says so, since silence is not "no limit". */
export interface EntryFact {
  name: string;
  says: string;
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

/** Whom the service takes, in words. */
export function takes({
  sex,
  'age-from': from,
  'age-to': to,
  offence,
  risk,
  'order-needed': order,
}: Eligibility): string {
  const ages = from !== null && to !== null ? `aged ${from} to ${to}` : '';
  const years = ages || (from !== null && `aged ${from} or over`) || (to !== null && `up to ${to}`);
  const said = [
    [sex && (sexes.get(sex) ?? sex), years].filter(Boolean).join(' '),
    offence && `For ${offence}`,
    risk && `Risk: ${risk}`,
    order && (orders.get(order) ?? order),
  ].filter(Boolean);
  return said.length > 0 ? said.join('. ') : notStated;
}

const notStated = 'Not stated in the source';

/** Everything the directory holds of an entry. */
export function entryFacts({
  row,
  providers,
  councils,
  groups,
  outcomes,
}: ServicePage): EntryFact[] {
  const { service } = row;
  const { area } = service;
  const began = service['active-from'];
  const ended = service['active-to'];
  return [
    { name: 'What it involves', says: service.description },
    { name: 'Who it takes', says: takes(service.eligibility) },
    {
      name: 'Where people live',
      says: area.area === 'councils' ? councils.join(', ') : row['area-label'],
    },
    {
      name: 'Setting',
      says: service.setting ? (settings.get(service.setting) ?? service.setting) : notStated,
    },
    { name: 'Provider', says: providers.join(', ') || service.provider || notStated },
    { name: 'Groups', says: groups.join(' · ') || notStated },
    { name: 'Outcomes', says: outcomes.join(' · ') || notStated },
    {
      name: 'Has run',
      says:
        began || ended
          ? [began && `from ${began}`, ended && `to ${ended}`].filter(Boolean).join(' ')
          : notStated,
    },
  ];
}

/** Where the entry came from and what was not checked. */
export function sourceFacts({ row: { service } }: ServicePage): EntryFact[] {
  const assured = service['assured-on'];
  const by = service['assured-by'];
  return [
    {
      name: 'Confirmed',
      says: assured
        ? `${plainDate(assured)}${by ? ` by ${by}` : ''}`
        : 'Nobody here has confirmed this entry',
    },
    { name: 'Source', says: service.source ?? notStated },
    { name: 'Source’s date', says: service['source-date'] ?? notStated },
    {
      name: 'Parts not checked',
      says:
        service.unverified.map((part) => parts.get(part) ?? part.replaceAll('_', ' ')).join(', ') ||
        'None is marked',
    },
  ];
}

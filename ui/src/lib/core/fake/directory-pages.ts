// The directory's rows and pages, as the page is shown them.
import { daysBetween } from '$lib/shared/dates';
import type { Assurance, Service, ServicePage, ServiceRow } from '../wire';
import { inMenu, serviceRow } from './look-up';
import { today } from './people';
import { courts, label, options, organisations, prisons, services } from './sources';

/** The state of a confirmation, by the directory's own periods. */
export function assuranceOf(on: string | null, asAt: string): Assurance {
  if (on === null) return 'never-assured';
  const days = daysBetween(on, asAt);
  if (days < 0) return 'in-the-future';
  if (days <= 92) return 'fresh';
  if (days <= 122) return 'due';
  return days <= 365 ? 'stale' : 'expired';
}

export function rowOf(service: Service, asAt = today): ServiceRow {
  const row = serviceRow(service);
  return {
    ...row,
    kept: service['assured-on'] ? { ...row.kept, 'assured-how': 'by telephone' } : row.kept,
    assurance: assuranceOf(service['assured-on'], asAt),
  };
}

/** An entry's page; nothing where there is no such entry. */
export function pageOf(id: string): ServicePage | null {
  const service = services.find((one) => one.id === id);
  if (!service) return null;
  const row = rowOf(service);
  const parent = services.find((one) => one.id === service.parent);
  const providers = service.providers.map((code) => organisations.get(code));
  return {
    row,
    rev: 0,
    parent: parent ? rowOf(parent) : null,
    deliveries: services.filter((one) => one.parent === id).map((one) => rowOf(one)),
    providers: providers.flatMap((one) => (one?.name ? [one.name] : [])),
    websites: providers.flatMap((one) => (one?.website ? [one.website] : [])),
    councils: row['area-label'].split(', '),
    courts: service.courts.map((code) => courts.find((one) => one.id === code)?.name ?? code),
    prisons: service.prisons.map((code) => prisons.find((one) => one.id === code)?.name ?? code),
    'may-edit': true,
    groups: service.groups.map((code) => label('offender_group', code)),
    outcomes: service.outcomes.map((code) => label('outcome', code)),
    options: service.options.map((code) => ({
      id: code,
      name: optionName(code),
      menu:
        (['bail', 'disposals'] as const).find((menu) =>
          inMenu(menu).some((one) => one.id === code),
        ) ?? null,
    })),
  };
}

/** The words for an option, or for a code of the directory's tables. */
export function optionName(code: string): string {
  return options.find((one) => one.id === code)?.name ?? label('disposal', code);
}

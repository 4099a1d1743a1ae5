// The directory, from the edition's own sources.
import type { Commands } from '../core';
import type { DirectorySearch, ServiceRow } from '../wire';
import { answer, missing } from './answer';
import { counts, inMenu, matches, paper, serviceRow, takesIn } from './look-up';
import { councils, courts, label, options, organisations, prisons, services } from './sources';

type Acts = Pick<
  Commands,
  | 'searchDirectory'
  | 'servicePage'
  | 'printDirectory'
  | 'directoryMap'
  | 'printMap'
  | 'printService'
  | 'noteGap'
  | 'gaps'
>;

function searchDirectory(search: DirectorySearch): ServiceRow[] {
  const court = courts.find(({ id }) => id === search.court);
  return services
    .filter((service) => service.jurisdiction === 'Scotland')
    .filter((service) => search['not-running'] || service.state === 'current')
    .filter((service) => !search.kind || service.kind === search.kind)
    .filter((service) => !search.need || service.outcomes.includes(search.need))
    .filter((service) => !search.option || service.options.includes(search.option))
    .filter((service) => !search.council || takesIn(service, search.council))
    .filter((service) => !court || court.councils.some((council) => takesIn(service, council)))
    .filter((service) =>
      matches(
        search.words,
        service.name,
        service.provider ?? '',
        service.description,
        serviceRow(service)['area-label'],
      ),
    )
    .map(serviceRow);
}

/** Finding services, their map, their upkeep and their gaps. */
export function directoryCommands(): Acts {
  return {
    searchDirectory: (search) => {
      const rows = searchDirectory(search);
      return answer({
        rows: rows.slice(search.from, search.from + search.limit),
        matched: rows.length,
        total: services.length,
        unsuited: [],
        'unsuited-count': 0,
        'next-door': [],
        'next-door-count': 0,
        suggestion: null,
        groups: counts(
          rows.flatMap(({ service }) => service.groups),
          (code) => label('offender_group', code),
        ),
        options: [],
        kinds: counts(
          rows.map(({ service }) => service.kind),
          (code) => label('programme_kind', code),
        ),
        needs: counts(
          rows.flatMap(({ service }) => service.outcomes),
          (code) => label('outcome', code),
        ),
        councils: counts(
          rows.flatMap(({ service: { area } }) => (area.area === 'councils' ? area.councils : [])),
          (code) => councils.find(({ id }) => id === code)?.name ?? code,
        ),
      });
    },
    servicePage: (id) => {
      const service = services.find((one) => one.id === id);
      if (!service) return missing();
      const row = serviceRow(service);
      const parent = services.find((one) => one.id === service.parent);
      const providers = service.providers.map((code) => organisations.get(code));
      return answer({
        row,
        rev: 0,
        parent: parent ? serviceRow(parent) : null,
        deliveries: services.filter((one) => one.parent === id).map(serviceRow),
        providers: providers.flatMap((one) => (one?.name ? [one.name] : [])),
        websites: providers.flatMap((one) => (one?.website ? [one.website] : [])),
        councils: row['area-label'].split(', '),
        courts: service.courts.map((id) => courts.find((one) => one.id === id)?.name ?? id),
        prisons: service.prisons.map((id) => prisons.find((one) => one.id === id)?.name ?? id),
        'may-edit': true,
        groups: service.groups.map((code) => label('offender_group', code)),
        outcomes: service.outcomes.map((code) => label('outcome', code)),
        options: service.options.map((code) => ({
          id: code,
          name: options.find((one) => one.id === code)?.name ?? label('disposal', code),
          menu:
            (['bail', 'disposals'] as const).find((menu) =>
              inMenu(menu).some((one) => one.id === code),
            ) ?? null,
        })),
      });
    },
    printDirectory: () => paper('Directory', 14),
    directoryMap: () => missing(),
    printMap: () => missing(),
    printService: () => missing(),
    noteGap: () => missing(),
    gaps: () => missing(),
  };
}

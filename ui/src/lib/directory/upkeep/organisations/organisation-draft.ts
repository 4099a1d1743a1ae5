import type { Organisation } from '$lib/core';

/** An organisation as it is typed. */
export interface OrganisationDraft {
  name: string;
  kind: string;
  reach: 'national' | 'councils';
  councils: readonly string[];
  website: string;
  note: string;
}

/** Something to put right, and the id of the box it is about. */
export interface Problem {
  field: string;
  says: string;
}

/** Gives an organisation as it is typed; a new one begins with the name that was looked for. */
export function draftOf(organisation: Organisation | null, name = ''): OrganisationDraft {
  const area = organisation?.area;
  return {
    name: organisation?.name ?? name,
    kind: organisation?.kind ?? '',
    reach: area?.area === 'national' ? 'national' : 'councils',
    councils: area?.area === 'councils' ? area.councils : [],
    website: organisation?.website ?? '',
    note: organisation?.note ?? '',
  };
}

const known = (words: string) => words.trim() || null;

/** Reads what was typed over an organisation, or for a new one; with what cannot be read. */
export function readOrganisation(
  draft: OrganisationDraft,
  base: Organisation | null,
): { organisation: Organisation; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (part: string, says: string) => {
    problems.push({ field: `organisation-${part}`, says });
  };
  if (!draft.name.trim()) wrong('name', 'Enter the name of the organisation');
  if (!draft.kind) wrong('kind', 'Choose what kind of organisation it is');
  if (draft.reach === 'councils' && draft.councils.length === 0) {
    wrong('area', 'Choose the councils it works in, or all Scotland');
  }
  const site = known(draft.website);
  if (site && !/^https?:\/\/[^\s@/]+\.[^\s@/]+(\/\S*)?$/.test(site)) {
    wrong('website', 'Enter the whole address, beginning with https://');
  }
  const organisation: Organisation = {
    id: base?.id ?? '',
    name: draft.name.trim(),
    kind: draft.kind,
    area:
      draft.reach === 'national'
        ? { area: 'national' }
        : { area: 'councils', councils: [...draft.councils] },
    website: site,
    source: base?.source ?? null,
    note: known(draft.note),
    checked: 'unverified',
  };
  return { organisation, problems };
}

/** What the core did not take, in words, by the field that it names. */
export const refusals = new Map([
  ['organisation-name', 'The directory has an organisation of this name: choose that one'],
  ['organisation-kind', 'Choose what kind of organisation it is'],
  ['organisation-website', 'Enter the whole address, beginning with https://'],
  ['organisation-area', 'Choose the councils it works in, or all Scotland'],
  ['organisation-note', 'The note is too long, or holds characters that cannot be seen'],
]);

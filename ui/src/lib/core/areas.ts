import type { Role } from './wire';

/** A place in the side navigation. */
export interface PageArea {
  id: AreaId;
  name: string;
  /** The path of its first screen. */
  path: string;
  /** The digit that goes with Ctrl. */
  digit: number;
}

export type AreaId =
  | 'today'
  | 'bail'
  | 'disposals'
  | 'directory'
  | 'cases'
  | 'conferences'
  | 'actions'
  | 'calculators';

/** The areas in the order of the navigation. */
export const areas: readonly PageArea[] = [
  { id: 'today', name: 'Today', path: 'today', digit: 1 },
  { id: 'bail', name: 'Bail options', path: 'bail', digit: 2 },
  { id: 'disposals', name: 'Disposals', path: 'disposals', digit: 3 },
  { id: 'directory', name: 'Directory', path: 'directory', digit: 4 },
  { id: 'cases', name: 'Cases', path: 'cases', digit: 5 },
  { id: 'conferences', name: 'Conferences', path: 'conferences', digit: 6 },
  { id: 'actions', name: 'Actions', path: 'actions', digit: 7 },
  { id: 'calculators', name: 'Calculators', path: 'calculators', digit: 8 },
];

const readCases: readonly Role[] = ['court-social-worker', 'team-leader', 'conference-chair'];
const readConferences: readonly Role[] = [...readCases, 'conference-administrator'];

/**
 * Gives the areas that the roles have something to do in. It only tidies the navigation: what a
 * person may do is decided by the core, which refuses what the page should not have asked.
 */
export function areasFor(roles: readonly Role[]): readonly PageArea[] {
  const holds = (any: readonly Role[]) => roles.some((role) => any.includes(role));
  return areas.filter(({ id }) => {
    if (id === 'cases' || id === 'actions') return holds(readCases);
    if (id === 'conferences') return holds(readConferences);
    return true;
  });
}

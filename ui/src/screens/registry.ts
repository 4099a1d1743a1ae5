import type { AreaId } from '$lib/core';
import type { Component } from 'svelte';

/** What a screen is given: the ids in its path, and what it keeps beside them. */
export interface ScreenProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

/** A screen and the path that leads to it. `:name` in a pattern is a parameter. */
export interface Screen {
  pattern: string;
  /** The area that is marked in the navigation. */
  area: AreaId | null;
  load: () => Promise<{ default: Component<ScreenProps> | Component }>;
}

export const screens: readonly Screen[] = [
  { pattern: 'today', area: 'today', load: () => import('./Today.svelte') },
  { pattern: 'changes', area: 'today', load: () => import('./Changes.svelte') },
  { pattern: 'bail', area: 'bail', load: () => import('./Bail.svelte') },
  { pattern: 'disposals', area: 'disposals', load: () => import('./Disposals.svelte') },
  { pattern: 'directory', area: 'directory', load: () => import('./Directory.svelte') },
  { pattern: 'directory/:id/edit', area: 'directory', load: () => import('./EditService.svelte') },
  { pattern: 'upkeep', area: 'directory', load: () => import('./Upkeep.svelte') },
  { pattern: 'directory/:id', area: 'directory', load: () => import('./Service.svelte') },
  { pattern: 'cases', area: 'cases', load: () => import('./Cases.svelte') },
  { pattern: 'cases/:id', area: 'cases', load: () => import('./Case.svelte') },
  { pattern: 'reports/:id', area: 'cases', load: () => import('./Report.svelte') },
  { pattern: 'conferences', area: 'conferences', load: () => import('./Conferences.svelte') },
  { pattern: 'conferences/:id', area: 'conferences', load: () => import('./Conference.svelte') },
  { pattern: 'actions', area: 'actions', load: () => import('./Actions.svelte') },
  { pattern: 'calculators', area: 'calculators', load: () => import('./Calculators.svelte') },
  { pattern: 'calculators/:id', area: 'calculators', load: () => import('./Calculators.svelte') },
  { pattern: 'week', area: 'disposals', load: () => import('./Week.svelte') },
  { pattern: 'settings', area: null, load: () => import('./Settings.svelte') },
];

/** The screen that a path leads to. */
export interface Match {
  screen: Screen;
  params: Record<string, string>;
  /** Changes when another thing is shown, so that the screen starts afresh. */
  key: string;
}

/** Finds the screen for a path; an unknown path leads to the first screen. */
export function screenFor(path: string): Match {
  for (const screen of screens) {
    const params = match(screen.pattern, path);
    if (params) return { screen, params, key: path };
  }
  const [first] = screens;
  if (!first) throw new Error('there are no screens');
  return { screen: first, params: {}, key: first.pattern };
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

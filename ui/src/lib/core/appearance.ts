import { preferences } from '$lib/shared/preferences.svelte';
import { core } from './core';

const usual = {
  theme: 'system',
  'text-size': 100,
  density: 'compact',
  'single-keys': true,
} as const;

/** Dresses the page as it was left, and has every change kept. A core that cannot tell stops nothing. */
export async function dress(): Promise<void> {
  const looks = await core.appearance().catch(() => usual);
  preferences.wear(looks, (changed) => core.keepAppearance(changed));
}

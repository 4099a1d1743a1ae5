import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { dress, type Appearance } from '../src/lib/core';
import { answer } from '../src/lib/core/fake/answer';
import { pretend, stops } from '../src/lib/core/fake';
import { preferences } from '../src/lib/shared/preferences.svelte';
import AppearanceSettings from '../src/lib/settings/Appearance.svelte';

const usual: Appearance = {
  theme: 'system',
  'text-size': 100,
  density: 'compact',
  'single-keys': true,
};
const root = document.documentElement;

beforeEach(() => {
  document.body.replaceChildren();
});

test('the page is dressed as it was left', async () => {
  const kept: Appearance = {
    theme: 'contrast',
    'text-size': 150,
    density: 'comfortable',
    'single-keys': false,
  };
  pretend('locked', { appearance: () => answer(kept) });

  await dress();

  expect(root.dataset).toMatchObject({ theme: 'contrast', density: 'comfortable' });
  expect(root.style.fontSize).toBe('150%');
  expect(preferences.singleKeys).toBe(false);
});

test('what is changed is kept by the core, and in no storage of the page', async () => {
  const kept: Appearance[] = [];
  pretend('open', {
    appearance: () => answer(usual),
    keepAppearance: (looks) => {
      kept.push(looks);
      return answer(null);
    },
  });
  await dress();
  render(AppearanceSettings);

  await userEvent.setup().click(screen.getByLabelText(/^Dark/));
  preferences.setTextSize(125);

  await waitFor(() => {
    expect(kept.at(-1)).toEqual({ ...usual, theme: 'dark', 'text-size': 125 });
  });
  expect(localStorage).toHaveLength(0);
});

test('of many changes the newest is kept last', async () => {
  const kept: number[] = [];
  pretend('open', {
    appearance: () => answer(usual),
    keepAppearance: async (looks) => {
      await new Promise((done) => setTimeout(done, kept.length === 0 ? 20 : 0));
      kept.push(looks['text-size']);
      return answer(null);
    },
  });
  await dress();

  for (let step = 0; step < 4; step += 1) preferences.step(true);

  await waitFor(() => expect(kept.at(-1)).toBe(preferences.textSize));
  expect(kept).toHaveLength(2);
});

test('a core that cannot tell leaves the usual looks', async () => {
  pretend('open', { appearance: stops({ code: 'unforeseen' }) });

  await dress();

  expect(root.dataset['density']).toBe('compact');
  expect(root.style.fontSize).toBe('100%');
});

test('a change that cannot be kept holds for now, and says so', async () => {
  pretend('open', {
    appearance: () => answer(usual),
    keepAppearance: stops({ code: 'file-not-written' }),
  });
  await dress();
  render(AppearanceSettings);

  await userEvent.setup().click(screen.getByLabelText(/^Dark/));

  await screen.findByText(/could not be kept on this computer/);
  expect(root.dataset['theme']).toBe('dark');
});

test('the control for the text size comes first and stays in sight as the text grows', async () => {
  pretend('open', { appearance: () => answer(usual), keepAppearance: () => answer(null) });
  await dress();
  render(AppearanceSettings);
  const seen = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');

  const first = document.querySelector('select, input, button');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Larger' }));

  expect(first).toBe(screen.getByLabelText('Text size'));
  await waitFor(() => {
    expect(seen.mock.contexts).toContain(screen.getByRole('button', { name: 'Larger' }));
  });
});

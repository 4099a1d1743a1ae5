import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { editionSources } from './tests/edition-sources.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Everything is a file of its own: the window's policy allows nothing inline.
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting(), editionSources(here('../src-tauri/content'))],
  resolve: {
    alias: {
      $lib: here('./src/lib'),
      $roboto: here('./node_modules/@fontsource-variable/roboto/files'),
    },
  },
  define: { __FAKE__: JSON.stringify(mode === 'fake' || mode === 'test') },
  build: {
    outDir: mode === 'fake' ? 'dist-fake' : 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    // Slow machines pass too: a test that hangs still ends.
    testTimeout: 60_000,
  },
}));

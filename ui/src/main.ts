import { mount } from 'svelte';
import App from './App.svelte';
import { core, dress } from './lib/core';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the program');

if (__FAKE__) {
  const { pretend } = await import('./lib/core/fake');
  pretend(new URLSearchParams(location.search).get('fake') ?? 'open');
}
await dress();
mount(App, { target });

// After the second frame something has been painted; the core notes when, for whoever measures it.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    void core.firstPaint().catch(() => undefined);
  }),
);

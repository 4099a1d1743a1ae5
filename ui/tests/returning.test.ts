import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import App from '../src/App.svelte';
import { core, keyboard, program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { router } from '../src/lib/shared/router.svelte';

const draft = '0198c020-0000-7000-8000-000000000003';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  document.body.replaceChildren();
});

const box = (id: string) =>
  waitFor(() => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`no ${id} yet`);
    return found;
  });

async function lockAndUnlock() {
  keyboard.commands.find(({ id }) => id === 'lock')?.run();
  await screen.findByRole('heading', { name: 'Locked' });
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Passphrase'), 'correct horse battery staple{Enter}');
}

test('after the lock a line has its caret where it was', async () => {
  pretend('open');
  render(App);
  await waitFor(() => expect(program.session).not.toBeNull());
  router.go(`reports/${draft}`, { section: 'signature-and-handling' });
  const line = await box('q-quality-checked-by');
  line.focus();
  if (line instanceof HTMLInputElement) line.setSelectionRange(2, 5);

  await lockAndUnlock();

  const again = await box('q-quality-checked-by');
  await waitFor(() => expect(document.activeElement).toBe(again));
  expect(again).toMatchObject({ selectionStart: 2, selectionEnd: 5 });
});

test('after the lock a narrative has its caret in the same paragraph', async () => {
  pretend('open');
  render(App);
  await waitFor(() => expect(program.session).not.toBeNull());
  router.go(`reports/${draft}`, { section: 'offence-analysis' });
  const prose = await box('q-offence-account');
  prose.focus();
  const words = prose.querySelector('p')?.firstChild;
  if (!words) throw new Error('the fake has written here');
  getSelection()?.collapse(words, 7);

  await lockAndUnlock();

  const again = await box('q-offence-account');
  await waitFor(() => expect(document.activeElement).toBe(again));
  expect(getSelection()?.anchorNode).toBe(again.querySelector('p')?.firstChild);
  expect(getSelection()?.anchorOffset).toBe(7);
});

test('what stands half typed in a box is kept when the screen is left by a key', async () => {
  pretend('open');
  render(App);
  await waitFor(() => expect(program.session).not.toBeNull());
  const [first] = await core.conferences();
  router.go(`conferences/${first?.id}`, { part: 'details' });
  const time = await waitFor(() => screen.getByLabelText(/^Starts at/));
  const person = userEvent.setup();
  await person.clear(time);
  await person.type(time, '0915');

  router.go('today');

  await waitFor(async () => {
    const page = await core.conferencePage(first?.id ?? '');
    expect(page.record.conference.starts).toContain('T09:15');
  });
});

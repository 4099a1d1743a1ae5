import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import App from '../src/App.svelte';
import { core, program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { records } from '../src/lib/core/fake/people';
import { router } from '../src/lib/shared/router.svelte';

vi.setConfig({ testTimeout: 30_000 });

async function lockAndUnlock() {
  await program.lock();
  await screen.findByRole('heading', { name: 'Locked' });
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Passphrase'), 'correct horse battery staple{Enter}');
}

async function at(path: string, query: Record<string, string>) {
  document.body.replaceChildren();
  pretend('open');
  render(App);
  await waitFor(() => {
    expect(program.session).not.toBeNull();
  });
  router.go(path, query);
  return userEvent.setup();
}

test('a half-filled new case comes back after a lock, and is no case until it is added', async () => {
  const user = await at('cases', { view: 'new' });
  await user.type(await screen.findByLabelText('Forenames'), 'Ailidh');
  await user.type(screen.getByLabelText('Date of birth'), 'about 1990');

  await lockAndUnlock();

  const forenames = await screen.findByLabelText('Forenames');
  expect(forenames).toMatchObject({ value: 'Ailidh' });
  expect(screen.getByLabelText('Date of birth')).toMatchObject({ value: 'about 1990' });
  expect(await core.cases()).toHaveLength(records.length);
});

test('what is typed is in the store within a second, and forgotten once it is given up', async () => {
  const user = await at('cases', { view: 'new' });

  await user.type(await screen.findByLabelText('Forenames'), 'Ailidh');
  await waitFor(async () => expect(await core.keptCaseForm(null)).toContain('Ailidh'), {
    timeout: 1000,
  });
  await user.click(screen.getByRole('button', { name: 'Cancel' }));

  await waitFor(async () => {
    expect(await core.keptCaseForm(null)).toBeNull();
  });
});

test('a change to a case that was begun comes back after a lock, over the case it began from', async () => {
  const [morag] = records;
  const user = await at(`cases/${morag?.id ?? ''}`, { view: 'edit' });
  const judge = await screen.findByLabelText('Sheriff or judge');
  await user.clear(judge);
  await user.type(judge, 'Sheriff B. Sample');

  await lockAndUnlock();
  expect(await screen.findByLabelText('Sheriff or judge')).toMatchObject({
    value: 'Sheriff B. Sample',
  });
  await user.click(screen.getByRole('button', { name: /^Save case/ }));

  await waitFor(async () => {
    const { record } = await core.casePage(morag?.id ?? '');
    expect(record.case.judge).toBe('Sheriff B. Sample');
  });
  expect(await core.keptCaseForm(morag?.id ?? '')).toBeNull();
});

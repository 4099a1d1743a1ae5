import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import App from '../src/App.svelte';
import { program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import FirstRun from '../src/lib/start/FirstRun.svelte';
import Unlock from '../src/lib/start/Unlock.svelte';

beforeEach(() => {
  program.standing = null;
});

const press = (name: RegExp | string) => screen.getByRole('button', { name });

test('set-up goes from words offered to a key typed again', async () => {
  pretend('first-run');
  const user = userEvent.setup();
  render(FirstRun);

  await user.click(press('Set up Sederunt'));
  await user.click(press('Offer me five words'));
  await user.type(screen.getByLabelText('Your name, as you sign'), 'Isla Specimen');
  await user.type(screen.getByLabelText('Your post'), 'Social worker');
  await user.click(press('Go on'));
  await user.click(await screen.findByLabelText(/Sheriff clerk/));
  await user.click(press('Make the store'));
  const again = await screen.findByLabelText('Type the key from your sheet');
  await user.type(again, 'k7qd m2xr 9twa 4hpc vn8e 6jyb ql3f r5zk');
  await user.click(press('Confirm the key'));
  await user.click(press('Start with real work'));

  expect(program.session?.profile.roles).toEqual(['sheriff-clerk']);
});

test('a short passphrase is refused with its reason, and the focus goes to it', async () => {
  pretend('first-run');
  const user = userEvent.setup();
  render(FirstRun);
  await user.click(press('Set up Sederunt'));

  await user.type(screen.getByLabelText('Passphrase'), 'short');
  await user.click(press('Go on'));

  await screen.findByText(/Use at least 14 characters/);
  await waitFor(() => expect(document.activeElement?.id).toBe('passphrase'));
  expect(document.title).toMatch(/^Error: /);
});

test('a key that is not the one shown is not taken', async () => {
  pretend('locked');
  const user = userEvent.setup();
  render(Unlock, { standing: { state: 'locked', name: 'Isla Specimen', 'wait-seconds': 0 } });
  await user.click(press(/use the recovery key/));

  await user.type(screen.getByLabelText('Recovery key'), 'AAAA-BBBB');
  await user.type(screen.getByLabelText('New passphrase'), 'gravel tandem linseed oyster');
  await user.click(press('Set the new passphrase'));

  await screen.findByText('The recovery key does not fit.');
  expect(program.session).toBeNull();
});

test('a wrong passphrase says so, then that one must wait; the right one opens', async () => {
  pretend('locked');
  const user = userEvent.setup();
  render(Unlock, { standing: { state: 'locked', name: 'Isla Specimen', 'wait-seconds': 0 } });
  const box = screen.getByLabelText('Passphrase');

  await user.type(box, 'not this one{Enter}');
  await screen.findByText(/wrong once/);
  await user.clear(box);
  await user.type(box, 'correct horse battery staple{Enter}');

  await waitFor(() => expect(program.session?.profile.author.name).toBe('Isla Specimen'));
});

test('the passphrase box takes no suggestion and no spelling', () => {
  pretend('locked');
  render(Unlock, { standing: { state: 'locked', name: 'Isla Specimen', 'wait-seconds': 0 } });

  const box = screen.getByLabelText('Passphrase');

  expect(box.getAttribute('autocomplete')).toBe('off');
  expect(box.getAttribute('spellcheck')).toBe('false');
});

test('locking the demonstration says that it is closed, and offers to look round again', async () => {
  pretend('demo');
  const user = userEvent.setup();
  render(App);
  await waitFor(() => expect(program.session?.demonstration).toBe(true));

  await program.lock();
  await screen.findByRole('heading', { name: 'The demonstration is closed' });
  await user.click(press('Look round again'));
  await waitFor(() => expect(program.session?.demonstration).toBe(true));
  await program.lock();
  await user.click(await screen.findByRole('button', { name: 'Go to the welcome page' }));

  await screen.findByRole('heading', { name: 'Welcome to Sederunt' });
});

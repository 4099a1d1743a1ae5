import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { undo } from '../src/lib/shared/undo.svelte';
import Upkeep from '../src/screens/Upkeep.svelte';

async function open() {
  pretend('open');
  await program.start();
  render(Upkeep, { params: {}, query: new URLSearchParams('tab=files') });
  await screen.findByRole('heading', { name: 'Take a file in' });
  return userEvent.setup();
}
type User = Awaited<ReturnType<typeof open>>;

const read = async (user: User, encoding = /^UTF-8/) => {
  await user.click(screen.getByRole('radio', { name: encoding }));
  await user.click(screen.getByRole('button', { name: /Import/ }));
  return screen.findByRole('button', { name: /^Take in/ });
};

beforeEach(() => {
  undo.forget();
});

test('at first the list of files says what to do', async () => {
  await open();

  expect(await screen.findByText('No file was taken in yet.')).toBeTruthy();
});

test('a file is looked at before anything of it is taken', async () => {
  const user = await open();
  const take = vi.spyOn(core, 'takeImport').mockClear();

  const button = await read(user);

  expect(button.textContent.trim()).toBe('Take in 20 entries');
  expect(document.activeElement?.textContent).toBe('services-november.csv');
  const counts = within(screen.getByRole('list', { name: 'What the file would do' }));
  expect(counts.getAllByRole('listitem').map((item) => item.textContent.trim())).toEqual([
    '12 New',
    '8 Changed',
    '31 Unchanged',
    '1 Changed here too',
    '0 Faults',
  ]);
  expect(screen.getByText('The column “Notes to self” is hidden')).toBeTruthy();
  expect(screen.getByText('The column “Internal code” was passed over.')).toBeTruthy();
  expect(screen.getAllByText('Free to the person').length).toBeGreaterThan(0);
  expect(take).not.toHaveBeenCalled();
});

test('a file is taken in, listed, and taken back by undo', async () => {
  const user = await open();

  await user.click(await read(user));

  await waitFor(() =>
    expect(undo.offer?.words).toBe('Took in 20 entries from services-november.csv'),
  );
  const files = within(screen.getByRole('table', { name: /Each file/ }));
  expect(files.getByRole('rowheader', { name: 'services-november.csv' })).toBeTruthy();
  expect(files.getByText('a3f1c2000000')).toBeTruthy();
  undo.take();
  expect(await files.findByText('Taken back')).toBeTruthy();
});

test('an earlier file is taken back by a button that names what goes', async () => {
  const user = await open();
  await user.click(await read(user));

  await user.click(await screen.findByRole('button', { name: /^Take back….*november/ }));
  await user.click(screen.getByRole('button', { name: 'Take back 20 entries' }));

  expect(await screen.findByText('Taken back')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a file with a fault cannot be taken in, and each fault says row, column and what could be', async () => {
  const user = await open();
  const take = vi.spyOn(core, 'takeImport').mockClear();

  const button = await read(user, /^Windows-1252/);

  expect(button.getAttribute('aria-disabled')).toBe('true');
  const why = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(why?.textContent).toMatch(/^The file has 5 faults\./);
  const faults = within(screen.getByRole('table', { name: 'Faults (5)' }));
  const row = faults.getByRole('row', { name: /^4 areas/ });
  expect(within(row).getByText('S12000047 (Fife)')).toBeTruthy();
  expect(faults.getByRole('rowheader', { name: 'Whole file' })).toBeTruthy();
  await user.click(button);
  expect(take).not.toHaveBeenCalled();
});

test('a column can be passed over, and the file is read again', async () => {
  const user = await open();
  await read(user, /^Windows-1252/);

  await user.selectOptions(
    screen.getByRole('combobox', { name: '“ended” holds' }),
    'Nothing: pass it over',
  );
  await user.click(screen.getByRole('button', { name: 'Read it again with these columns' }));

  expect(await screen.findByRole('table', { name: 'Faults (4)' })).toBeTruthy();
  expect(screen.getByText('The column “ended” was passed over.')).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('old-list.csv');
});

test('what was changed here stands unless the person takes theirs', async () => {
  const user = await open();
  const take = vi.spyOn(core, 'takeImport').mockClear();
  const button = await read(user);

  await user.click(screen.getByRole('radio', { name: /^Take theirs/ }));

  expect(button.textContent.trim()).toBe('Take in 21 entries');
  await user.click(button);
  await waitFor(() => expect(take.mock.calls[0]?.[1]).toBe(true));
});

test('a file can be let go', async () => {
  const user = await open();
  await read(user);

  await user.click(screen.getByRole('button', { name: 'Do not take it in' }));

  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Import/ })),
  );
  expect(screen.getByText('No file was taken in yet.')).toBeTruthy();
});

test('where no file was chosen nothing changes', async () => {
  const user = await open();
  pretend('open', { readImport: () => Promise.resolve({ status: 'ok', data: null }) });

  await user.click(screen.getByRole('button', { name: /Import/ }));

  expect(screen.queryByRole('button', { name: /^Take in/ })).toBeNull();
});

test('a file that is too large is said in words, and nothing was taken', async () => {
  const user = await open();
  pretend('open', {
    readImport: () =>
      Promise.resolve({ status: 'error', error: { code: 'bad-input', field: 'file' } }),
  });

  await user.click(screen.getByRole('button', { name: /Import/ }));

  expect(await screen.findByText(/larger than 64 MB/)).toBeTruthy();
});

test('while the file is read the button waits', async () => {
  const user = await open();
  pretend('open', { readImport: () => new Promise(() => undefined) });
  const button = screen.getByRole('button', { name: /Import/ });

  await user.click(button);

  expect(await screen.findByText('Reading the file…')).toBeTruthy();
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

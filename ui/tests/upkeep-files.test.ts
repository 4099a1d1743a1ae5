import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type ImportTaken } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { live } from '../src/lib/shared/live.svelte';
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
  vi.restoreAllMocks();
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

/** A taking in that goes on until the test lets it end. */
function aLongTakingIn() {
  let end = (taken: ImportTaken | null): void => void taken;
  const taking = new Promise<{ status: 'ok'; data: ImportTaken | null }>((resolve) => {
    end = (taken) => {
      resolve({ status: 'ok', data: taken });
    };
  });
  let progress = { done: 0, of: 0 };
  const cancelImport = vi.fn(() => {
    end(null);
    return Promise.resolve({ status: 'ok' as const, data: null });
  });
  const commands = {
    takeImport: () => taking,
    importProgress: () => Promise.resolve({ status: 'ok' as const, data: progress }),
    cancelImport,
  };
  const tell = (done: number, of: number) => {
    progress = { done, of };
  };
  return { commands, cancelImport, tell, end: (taken: ImportTaken) => end(taken) };
}

async function beginToTake() {
  const user = await open();
  const long = aLongTakingIn();
  const button = await read(user);
  pretend('open', long.commands);
  await user.click(button);
  return { user, ...long };
}

test('how far a long file is can be seen, and is said at each quarter only', async () => {
  const { tell, end } = await beginToTake();
  const said = vi.spyOn(live, 'say');
  const bar = screen.getByRole('progressbar', { name: 'Comparing the file with the directory…' });
  expect(bar.hasAttribute('value')).toBe(false);

  for (const done of [4200, 4900, 10_000]) {
    tell(done, 20_000);
    const words = `${done.toLocaleString('en-GB')} of 20,000 entries`;
    await screen.findByRole('progressbar', { name: words });
  }

  expect(bar.getAttribute('value')).toBe('10000');
  expect(said.mock.calls).toEqual([['10,000 of 20,000 entries']]);
  end({ batch: 'b', new: 20_000, changed: 0 });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});

test.each(['Escape', 'the button'])('a file is left off by %s, and is there still', async (by) => {
  const { user, cancelImport } = await beginToTake();
  const said = vi.spyOn(live, 'say');

  if (by === 'Escape') await user.keyboard('{Escape}');
  else await user.click(screen.getByRole('button', { name: /^Cancel/ }));

  expect(await screen.findByText('Cancelled. Nothing was changed.')).toBeTruthy();
  expect(said.mock.calls).toEqual([['Cancelled. Nothing was changed.']]);
  expect(cancelImport).toHaveBeenCalledOnce();
  expect(screen.queryByRole('progressbar')).toBeNull();
  const button = screen.getByRole('button', { name: 'Take in 20 entries' });
  expect(document.activeElement).toBe(button);
  expect(undo.offer).toBeNull();
});

test('a file that is left off is taken in afterwards', async () => {
  const { user } = await beginToTake();
  await user.keyboard('{Escape}');
  await screen.findByText('Cancelled. Nothing was changed.');
  const taken = { batch: 'b', new: 12, changed: 8 };
  pretend('open', { takeImport: () => Promise.resolve({ status: 'ok', data: taken }) });

  await user.click(screen.getByRole('button', { name: 'Take in 20 entries' }));

  await waitFor(() => expect(undo.offer?.words).toMatch(/^Took in 20 entries/));
  expect(screen.queryByText('Cancelled. Nothing was changed.')).toBeNull();
});

test('reading a file can be cancelled too', async () => {
  const user = await open();
  let end = (): void => undefined;
  const reading = new Promise<{ status: 'ok'; data: null }>((resolve) => {
    end = () => {
      resolve({ status: 'ok', data: null });
    };
  });
  pretend('open', {
    readImport: () => reading,
    cancelImport: () => {
      end();
      return Promise.resolve({ status: 'ok', data: null });
    },
  });
  await user.click(screen.getByRole('button', { name: /Import/ }));

  await user.click(await screen.findByRole('button', { name: /^Cancel/ }));

  expect(await screen.findByText('Cancelled. Nothing was changed.')).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Import/ })),
  );
});

test('a file that was put right is imported again from where its faults are told', async () => {
  const user = await open();
  await read(user, /^Windows-1252/);
  const again = vi.spyOn(core, 'readImport').mockClear();

  await user.click(screen.getByRole('button', { name: 'Import it again…' }));

  expect(again).toHaveBeenCalledTimes(1);
});

test('comparing a file again with other columns is shown, and offers no cancelling that would do nothing', async () => {
  const user = await open();
  await read(user, /^Windows-1252/);
  pretend('slow');
  await user.selectOptions(screen.getByRole('combobox', { name: '“ended” holds' }), '');

  await user.click(screen.getByRole('button', { name: 'Read it again with these columns' }));

  await screen.findByRole('progressbar', { name: 'Comparing the file with the directory…' });
  expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull();
});

test('a file that is being taken back shows that something goes on', async () => {
  pretend('slow');
  await program.start();
  render(Upkeep, { params: {}, query: new URLSearchParams('tab=files') });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Take back/ }));

  await user.click(await screen.findByRole('button', { name: 'Take back 20,000 entries' }));

  await screen.findByRole('progressbar', { name: 'Taking the file back…' });
  expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull();
});

test('an entry that would be new is told without what it said before', async () => {
  const user = await open();
  await read(user);

  const row = screen.getByText('Example Garden Project', { selector: 'strong' }).closest('li');
  if (!row) throw new Error('no row');
  expect(within(row).getByText('Fife')).toBeTruthy();
  expect(within(row).queryByText('said nothing')).toBeNull();
});

test('what was taken back from the list is offered to undo no more', async () => {
  const user = await open();
  await user.click(await read(user));
  await waitFor(() => expect(undo.offer?.words).toMatch(/^Took in 20 entries/));

  await user.click(await screen.findByRole('button', { name: /^Take back/ }));
  await user.click(await screen.findByRole('button', { name: 'Take back 20 entries' }));

  await screen.findByText('Taken back');
  expect(undo.offer).toBeNull();
});

/** Open data, which is the second sound file of the fake. */
async function readAFeed() {
  const user = await open();
  await read(user);
  await user.click(screen.getByRole('button', { name: 'Do not take it in' }));
  await user.click(await screen.findByRole('button', { name: /Import/ }));
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Contacts too/ });
  return { user, box };
}

test('the contacts of open data stay out until the box says otherwise, and the preview tells which', async () => {
  const { user, box } = await readAFeed();
  const again = vi.spyOn(core, 'chooseColumns').mockClear();
  expect(box.checked).toBe(false);
  const hint = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toMatch(/a post here should confirm them/);
  expect(screen.getByText(/^Contacts are not taken in/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Take in 0 entries' })).toBeTruthy();

  await user.click(box);

  expect(await screen.findByRole('button', { name: 'Take in 1 entry' })).toBeTruthy();
  expect(screen.getByText(/Duty desk/)).toBeTruthy();
  expect(screen.queryByText(/^Contacts are not taken in/)).toBeNull();
  expect(again.mock.calls[0]?.slice(1)).toEqual([[], true]);
  expect(box.checked).toBe(true);
  expect(document.activeElement, 'the focus stays').toBe(box);

  await user.click(box);

  expect(await screen.findByText(/^Contacts are not taken in/)).toBeTruthy();
  expect(box.checked).toBe(false);
});

test('a box that could not be followed says what the preview tells', async () => {
  const { user, box } = await readAFeed();
  pretend('open', {
    chooseColumns: () => Promise.resolve({ status: 'error', error: { code: 'not-found' } }),
  });

  await user.click(box);

  expect(await screen.findByRole('alert')).toBeTruthy();
  await waitFor(() => expect(box.checked).toBe(false));
  expect(screen.getByText(/^Contacts are not taken in/)).toBeTruthy();
});

test('a table has its contacts in a column, and no box', async () => {
  const user = await open();

  await read(user);

  expect(screen.queryByRole('checkbox', { name: /^Contacts too/ })).toBeNull();
});

test('what is kept beside the entries is named apart from what is passed over', async () => {
  const user = await open();
  await read(user);
  await user.click(screen.getByRole('button', { name: 'Do not take it in' }));

  await read(user);

  const kept = within(
    screen.getByRole('region', { name: 'Kept beside the entries, not shown here' }),
  );
  expect(kept.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Places and their addresses (5 services).',
    'Times by days, hours and dates, as the feed sets them out (3 services).',
  ]);
  expect(screen.getByText('There is nothing new in the file.')).toBeTruthy();
});

test('a file that changes only what is kept beside the entries can be taken in', async () => {
  const user = await open();
  const shown = core.readImport;
  vi.spyOn(core, 'readImport').mockImplementation(async (encoding) => {
    await shown(encoding);
    const feed = await shown(encoding);
    return feed && { ...feed, 'beside-changed': 2 };
  });
  const take = vi
    .spyOn(core, 'takeImport')
    .mockResolvedValue({ batch: '0198c0e0-0000-7000-8000-000000000009', new: 0, changed: 0 });

  const button = await read(user);
  await user.click(button);

  expect(button.textContent.trim()).toBe('Take in what is kept beside 2 entries');
  expect(take).toHaveBeenCalledOnce();
});

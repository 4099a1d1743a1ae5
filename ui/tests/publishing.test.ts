import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { program, type Commands, type LocalEditionPage } from '../src/lib/core';
import { pretend, stops } from '../src/lib/core/fake';
import { answer } from '../src/lib/core/fake/answer';
import PublishTab from '../src/lib/directory/upkeep/publishing/PublishTab.svelte';
import { Publishing } from '../src/lib/directory/upkeep/publishing/publishing.svelte';

const mine = 'aaaa 1111 aaaa 1111 aaaa 1111 aaaa 1111';
const theirs = 'bbbb 2222 bbbb 2222 bbbb 2222 bbbb 2222';

const anEdition = (told: Partial<LocalEditionPage> = {}): LocalEditionPage => ({
  token: 7,
  file: 'directory-approved.sederunt-directory',
  office: 'Inverbrae justice social work',
  number: 3,
  'made-on': '2026-11-20',
  over: '2026-11',
  entries: 4,
  stage: 'approved',
  'proposed-by': theirs,
  'approved-by': mine,
  own: false,
  trusted: false,
  installed: null,
  differences: [
    {
      service: 'pg-a',
      name: 'Women’s group',
      effect: 'disputed',
      parts: [{ part: 'How to refer', before: 'Write.', after: 'Telephone.' }],
    },
  ],
  'difference-count': 1,
  disputed: 1,
  organisations: ['Inverbrae Bridges'],
  ...told,
});

async function opened(replaced: Partial<Commands>) {
  pretend('open', replaced);
  await program.start();
  render(PublishTab, { publishing: new Publishing() });
  return userEvent.setup();
}

const open = async (person: ReturnType<typeof userEvent.setup>) => {
  await person.click(screen.getByRole('button', { name: /Open a local edition/ }));
  await screen.findByRole('heading', { name: /edition 3$/ });
};

beforeEach(() => {
  document.body.replaceChildren();
});

test('an edition says what it would change, and is installed once its fingerprints were compared', async () => {
  const install = vi.fn<Commands['installLocalEdition']>(() =>
    answer({ batch: 'b', entries: 0, kept: 1 }),
  );
  const person = await opened({
    readLocalEdition: () => answer(anEdition()),
    installLocalEdition: install,
  });
  await open(person);

  expect(screen.getByText('Telephone.')).toBeTruthy();
  expect(screen.getByText(/1 entry was changed here too/)).toBeTruthy();
  await person.click(screen.getByRole('checkbox', { name: /I compared these fingerprints/ }));
  await person.click(screen.getByRole('radio', { name: /Take theirs/ }));
  await person.click(screen.getByRole('button', { name: 'Install this edition' }));

  await screen.findByText(/^Installed: 0 entries changed/);
  expect(install).toHaveBeenCalledWith(7, true, true);
});

test('what the core refuses is said in words of its own', async () => {
  const person = await opened({
    readLocalEdition: () => answer(anEdition()),
    installLocalEdition: stops({ code: 'bad-input', field: 'compared' }),
  });
  await open(person);

  await person.click(screen.getByRole('button', { name: 'Install this edition' }));

  await screen.findByText(/Nobody has compared the fingerprint with its owner yet/);
});

test('nobody is offered to approve what they proposed', async () => {
  const person = await opened({
    readLocalEdition: () =>
      answer(anEdition({ stage: 'proposed', own: true, 'approved-by': null, trusted: true })),
  });
  await open(person);

  expect(screen.getByText('You proposed this edition')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Install/ })).toBeNull();
});

test('an older edition than the one installed is shown and cannot be installed', async () => {
  const person = await opened({
    readLocalEdition: () => answer(anEdition({ installed: 5, trusted: true })),
  });
  await open(person);

  expect(screen.getByText(/Edition 5 of this office is installed here/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Install/ })).toBeNull();
});

test('a proposal names the file and the fingerprint to read out', async () => {
  const propose = vi.fn<Commands['proposeLocalEdition']>(() =>
    answer({ file: 'a.sederunt-directory', number: 1, entries: 2, fingerprint: mine }),
  );
  const person = await opened({ proposeLocalEdition: propose });

  const box = screen.getByLabelText('Office');
  await person.clear(box);
  await person.type(box, 'Inverbrae');
  await person.click(screen.getByRole('button', { name: /Write a proposal/ }));

  await screen.findByText(mine);
  await waitFor(() => expect(propose).toHaveBeenCalledWith('Inverbrae'));
});

test('an edition that is let go or installed leaves the focus where one is opened', async () => {
  const person = await opened({
    readLocalEdition: () => answer(anEdition({ trusted: true })),
    installLocalEdition: () => answer({ batch: 'b', entries: 1, kept: 0 }),
  });
  const held = () => document.activeElement?.textContent.trim();
  await open(person);
  await person.click(screen.getByRole('button', { name: 'Let it go' }));
  await waitFor(() => expect(held()).toBe('Open a local edition…'));

  await open(person);
  await person.click(screen.getByRole('button', { name: 'Install this edition' }));

  await screen.findByText(/^Installed: 1 entry changed/);
  await waitFor(() => expect(held()).toBe('Open a local edition…'));
});

import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { codeChoices } from '../src/lib/directory/upkeep/code-choices';
import { entryForms } from '../src/lib/directory/upkeep/entry-forms.svelte';
import OrganisationHistory from '../src/lib/directory/upkeep/organisations/OrganisationHistory.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import EditService from '../src/screens/EditService.svelte';
import Upkeep from '../src/screens/Upkeep.svelte';

const entry = 'pg-caledonian-fife';
const here = async () =>
  (await core.entryChoices()).organisations
    .filter((row) => row.here)
    .map((row) => row.organisation);

async function openTab() {
  render(Upkeep, { params: {}, query: new URLSearchParams('tab=organisations') });
  await screen.findByText('No organisation has been written here.');
  return userEvent.setup();
}
async function openForm() {
  router.go(`directory/${entry}/edit`);
  render(EditService, { params: { id: entry }, query: new URLSearchParams() });
  await screen.findByText('Save changes');
  return userEvent.setup();
}
const box = (name: string) => {
  const label = screen.getByText(name, { selector: 'label' });
  const found = document.getElementById(label.getAttribute('for') ?? '');
  if (!found) throw new Error(`no box of ${name}`);
  return found;
};
type User = ReturnType<typeof userEvent.setup>;
async function fill(user: User) {
  await user.selectOptions(box('Kind of organisation'), 'Third-sector body');
  const dialog = document.querySelector('dialog');
  if (!dialog) throw new Error('no dialog');
  await user.click(within(dialog).getByLabelText('All Scotland'));
}

const organisation = {
  id: '',
  name: 'Inverbrae Bridges',
  kind: 'third-sector',
  area: { area: 'national' as const },
  website: null,
  source: null,
  note: null,
  checked: 'unverified' as const,
};
async function added() {
  const saved = await core.saveOrganisation({ organisation, rev: 0 });
  if (saved.outcome !== 'done') throw new Error('not added');
  return saved.row;
}

beforeEach(async () => {
  pretend('open');
  await program.start();
  undo.forget();
  entryForms.drop(entryForms.edit(await core.servicePage(entry)));
});

test('every code that the edition declares can be chosen, used or not', async () => {
  const choices = await codeChoices(program.asAt);

  expect(choices.kinds).toHaveLength(23);
  expect(choices.groups).toHaveLength(7);
  expect(choices.outcomes.map(({ value }) => value)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `O${at}`),
  );
  const options = choices.options.map(({ value }) => value);
  expect(options).toContain('ew-arrest');
  expect(options).toContain('vol-throughcare');
  expect(choices.organisations).toHaveLength(155);
});

test('an organisation is added, told with its history, and taken back by undo', async () => {
  const user = await openTab();
  await user.click(screen.getByText('New organisation…'));
  await user.type(box('Name'), 'Inverbrae Bridges');
  await fill(user);
  await user.click(screen.getByText('Add organisation'));

  await screen.findByRole('heading', { name: 'Inverbrae Bridges' });
  expect((await here()).map(({ id }) => id)).toEqual(['here-inverbrae-bridges']);
  await user.click(screen.getByRole('button', { name: /^Show what was done/ }));
  const history = within(await screen.findByRole('list', { name: /^What was done to/ }));
  await history.findByText('Written here');
  undo.take();
  await screen.findByText('No organisation has been written here.');
  expect(await here()).toEqual([]);
});

test('what cannot stand is told at its box', async () => {
  const user = await openTab();
  await user.click(screen.getByText('New organisation…'));
  await user.type(box('Website'), 'javascript:alert(1)');
  await user.click(screen.getByText('Add organisation'));

  expect(screen.getByText('Enter the name of the organisation')).toBeTruthy();
  expect(screen.getByText('Choose what kind of organisation it is')).toBeTruthy();
  expect(screen.getByText(/^Choose the councils it works in/)).toBeTruthy();
  expect(screen.getByText(/^Enter the whole address/)).toBeTruthy();
  expect(document.activeElement).toBe(box('Name'));
  await user.clear(box('Website'));
  await user.type(box('Name'), 'SACRO');
  await fill(user);
  await user.click(screen.getByText('Add organisation'));
  await screen.findByText(/^The directory has an organisation of this name/);
  expect(await here()).toEqual([]);
});

test('an entry is given an organisation of the edition, and one that is written for it', async () => {
  const user = await openForm();
  const council = screen.getByText('Fife Council', { selector: 'li', exact: false });
  expect(council).toBeTruthy();

  await user.type(box('Organisations that run it'), 'sacro');
  await user.click(await screen.findByRole('button', { name: /^Sacro/ }));
  expect(document.activeElement).toBe(box('Organisations that run it'));
  await user.type(box('Organisations that run it'), 'Inverbrae Bridges');
  await user.click(screen.getByRole('button', { name: /^Add a new organisation/ }));
  const name = document.getElementById('organisation-name');
  expect(name).toHaveProperty('value', 'Inverbrae Bridges');
  await fill(user);
  await user.click(screen.getByText('Add organisation'));
  await screen.findByText('Inverbrae Bridges', { selector: 'li', exact: false });
  await user.click(screen.getByRole('button', { name: /Take away: Fife Council/ }));

  await user.click(screen.getByText('Save changes'));

  await waitFor(() => expect(router.place.path).toBe(`directory/${entry}`));
  const { providers } = (await core.servicePage(entry)).row.service;
  expect(providers).toEqual(['org-sacro', 'here-inverbrae-bridges']);
});

test('of two answers about an organisation the one that was asked for last stands', async () => {
  const row = await added();
  const late = await core.organisationHistory(row.organisation.id);
  let answerLate = () => {};
  vi.spyOn(core, 'organisationHistory').mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answerLate = () => {
          resolve(late);
        };
      }),
  );
  const shown = render(OrganisationHistory, { row, busy: false, ontakeback: () => {} });
  await tick();
  const saved = await core.saveOrganisation({
    organisation: { ...row.organisation, website: 'https://example.org' },
    rev: 1,
  });
  if (saved.outcome !== 'done') throw new Error('not saved');
  await shown.rerender({ row: saved.row });
  await screen.findByText('Changed');

  answerLate();
  await new Promise((resolve) => setTimeout(resolve));

  expect(screen.getByText('Changed')).toBeTruthy();
});

test('when a change is taken back the focus goes to the history, which is still there', async () => {
  const row = await added();
  await core.saveOrganisation({
    organisation: { ...row.organisation, website: 'https://example.org' },
    rev: 1,
  });
  render(Upkeep, { params: {}, query: new URLSearchParams('tab=organisations') });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Show what was done/ }));

  await user.click(await screen.findByRole('button', { name: /^Take back: Changed/ }));

  await screen.findByText('Taken back');
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: /^Take back: Changed/ })).toBeNull(),
  );
  expect(document.activeElement?.id).toBe(`history-${row.organisation.id}`);
});

test('when an organisation is taken away the focus goes to what adds one', async () => {
  await added();
  render(Upkeep, { params: {}, query: new URLSearchParams('tab=organisations') });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Show what was done/ }));

  await user.click(await screen.findByRole('button', { name: /^Take back: Written here/ }));

  await screen.findByText('No organisation has been written here.');
  await waitFor(() => expect(document.activeElement?.id).toBe('organisation-new'));
});

test('what was taken back from the history is offered to undo no more', async () => {
  const user = await openTab();
  await user.click(screen.getByText('New organisation…'));
  await user.type(box('Name'), 'Inverbrae Bridges');
  await fill(user);
  await user.click(screen.getByText('Add organisation'));
  await waitFor(() => expect(undo.offer?.words).toBe('Added Inverbrae Bridges'));
  await user.click(await screen.findByRole('button', { name: /^Show what was done/ }));

  await user.click(await screen.findByRole('button', { name: /^Take back: Written here/ }));

  await screen.findByText('No organisation has been written here.');
  expect(undo.offer).toBeNull();
});

import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { core, keyboard, program } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { entryForms } from '../src/lib/directory/upkeep/entry-forms.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import EditService from '../src/screens/EditService.svelte';
import { screenFor } from '../src/screens/registry';

const entry = 'pg-caledonian-fife';

async function open(id: string) {
  router.go(`directory/${id}/edit`);
  const shown = render(EditService, { params: { id }, query: new URLSearchParams() });
  await screen.findByText(/^(Save changes|Add entry)$/);
  return { user: userEvent.setup(), ...shown };
}
/** The box of a label. Asking by role would try hundreds of boxes, for seconds. */
const box = (name: string) => {
  const label = screen.getByText(name, { selector: 'label' });
  const found = document.getElementById(label.getAttribute('for') ?? '');
  if (!found) throw new Error(`no box of ${name}`);
  return found;
};
const summaryOf = async () => {
  const title = await screen.findByText('There is a problem');
  if (!title.parentElement) throw new Error('no summary');
  return title.parentElement;
};
const save = () => screen.getByText(/^(Save changes|Add entry)$/);
const group = (name: string) => {
  const legend = screen.getByText(name, { selector: 'legend' });
  const set = legend.closest('fieldset');
  if (!set) throw new Error(`no group of ${name}`);
  return within(set);
};

beforeEach(async () => {
  pretend('open');
  await program.start();
  undo.forget();
  entryForms.drop(entryForms.edit(await core.servicePage(entry)));
  entryForms.drop(entryForms.begin());
  const press = (event: KeyboardEvent) => {
    keyboard.handle(event);
  };
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', press);
  };
});

test('an entry and a new one have a form', () => {
  expect(screenFor('directory/x/edit').screen.pattern).toBe('directory/:id/edit');
  expect(screenFor('directory/new/edit').params.id).toBe('new');
});

test('a change is saved, leads back to the entry, and can be undone', async () => {
  const { user } = await open(entry);
  expect(screen.getByText('Saving is not confirming.')).toBeTruthy();
  await user.type(box('Cost'), 'Free to the person');

  await user.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(router.place.path).toBe(`directory/${entry}`));
  const page = await core.servicePage(entry);
  expect(page.row.service.cost).toBe('Free to the person');
  expect(page.rev).toBe(1);
  undo.take();
  await waitFor(async () => expect((await core.servicePage(entry)).row.service.cost).toBeNull());
});

test('saving moves no confirmation', async () => {
  const [change] = await core.confirmServices({ ids: [entry], how: 'By a visit' });
  const before = (await core.servicePage(entry)).row.service;
  const { user } = await open(entry);
  await user.type(box('Cost'), 'Free');
  await user.click(save());

  await waitFor(() => expect(router.place.path).toBe(`directory/${entry}`));
  const after = (await core.servicePage(entry)).row.service;
  expect(change).toBeTruthy();
  expect(after['assured-on']).toBe(before['assured-on']);
  expect(after.cost).toBe('Free');
});

test('faults stand beside their boxes and in a summary that leads to them', async () => {
  const { user } = await open(entry);
  await user.clear(box('Name'));
  await user.type(box('Youngest age'), ' or so');

  await user.keyboard('{Control>}s{/Control}');

  const summary = await summaryOf();
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(document.title).toMatch(/^Error: /);
  await user.click(
    within(summary).getByRole('link', { name: 'Enter the name that people know it by' }),
  );
  expect(document.activeElement).toBe(box('Name'));
  expect(box('Name').getAttribute('aria-invalid')).toBe('true');
  expect((await core.servicePage(entry)).rev).toBe(0);
});

test('a new entry is added with councils found by typing', async () => {
  const { user } = await open('new');
  await user.type(box('Name'), 'Example Garden Project');
  await user.selectOptions(box('Kind of service'), 'Employability');
  await user.type(box('What it involves'), 'Gardening.');
  await user.type(box('Find a council'), 'fif');
  const councils = group('Councils');
  expect(councils.getAllByRole('checkbox')).toHaveLength(1);
  await user.click(councils.getByRole('checkbox', { name: 'Fife' }));
  expect(screen.getByText('1 chosen:')).toBeTruthy();

  await user.click(save());

  await waitFor(() => expect(router.place.path).toBe('directory/here-example-garden-project'));
  const page = await core.servicePage(router.place.path.replace('directory/', ''));
  expect(page.row.service.area).toEqual({ area: 'councils', councils: ['S12000047'] });
  expect(page.row.assurance).toBe('never-assured');
});

test('what is said of referrals carries the day on which it was told', async () => {
  const { user } = await open(entry);

  await user.selectOptions(box('Takes referrals'), 'Yes, now');

  expect(box('Told on')).toHaveProperty('value', expect.stringMatching(/\d{4}$/));
});

test('what is typed waits for the person to come back', async () => {
  const { user, unmount } = await open(entry);
  await user.type(box('Cost'), 'Free');
  unmount();

  await open(entry);

  expect(box('Cost')).toHaveProperty('value', 'Free');
});

test('where two people changed the same part both are shown, and the person chooses', async () => {
  const { user } = await open(entry);
  await user.type(box('Cost'), 'Ours');
  await user.type(box('How long it lasts'), '12 weeks');
  const page = await core.servicePage(entry);
  const service = { ...page.row.service, cost: 'Theirs', access: 'Step-free' };
  await core.saveService({ service, rev: page.rev });

  await user.click(save());

  expect(await screen.findByText(/Somebody else changed this entry/)).toBeTruthy();
  expect(screen.getByText('Access: Step-free')).toBeTruthy();
  const cost = group('Cost');
  expect(cost.getByText('Ours')).toBeTruthy();
  await user.click(cost.getByRole('radio', { name: /Keep theirs/ }));
  await user.click(screen.getByRole('button', { name: 'Save these' }));
  await waitFor(() => expect(router.place.path).toBe(`directory/${entry}`));
  const now = (await core.servicePage(entry)).row.service;
  expect([now.cost, now.length, now.access]).toEqual(['Theirs', '12 weeks', 'Step-free']);
});

test('a confirmation meanwhile stops nobody from saving', async () => {
  const { user } = await open(entry);
  await user.type(box('Cost'), 'Free');
  await core.confirmServices({ ids: [entry], how: 'By a visit' });

  await user.click(save());

  await waitFor(() => expect(router.place.path).toBe(`directory/${entry}`));
  const page = await core.servicePage(entry);
  expect([page.row.service.cost, page.row.assurance]).toEqual(['Free', 'fresh']);
});

test('who may not change the directory is told so, and gets no form', async () => {
  const page = { ...(await core.servicePage(entry)), 'may-edit': false };
  pretend('open', { servicePage: () => Promise.resolve({ status: 'ok', data: page }) });
  render(EditService, { params: { id: entry }, query: new URLSearchParams() });

  expect(
    await screen.findByText('Your role does not include changing the directory.'),
  ).toBeTruthy();
  expect(screen.queryByText('Save changes')).toBeNull();
});

test('a field that the core does not take is named beside its box', async () => {
  const { user } = await open(entry);
  pretend('open', {
    saveService: () =>
      Promise.resolve({ status: 'error', error: { code: 'bad-input', field: 'how-to-refer' } }),
  });

  await user.click(save());

  const summary = await summaryOf();
  await user.click(within(summary).getByRole('link'));
  expect(document.activeElement).toBe(box('How to refer'));
});

test('a family is chosen and taken away, and the focus stays with it', async () => {
  const { user } = await open('new');
  await user.type(box('Local delivery of'), 'caledonian');
  const found = within(await screen.findByLabelText('Programmes found'));
  await user.click(found.getByText('Caledonian System', { exact: false, selector: 'button' }));

  const held = () => document.activeElement?.textContent.trim();
  await waitFor(() => expect(held()).toBe('Take away the family'));
  await user.keyboard('{Enter}');

  await waitFor(() => expect(document.activeElement?.id).toBe(box('Local delivery of').id));
});

test('a new entry begins with its name, and is told to be confirmed by nobody', async () => {
  router.go('directory');
  await open('new');

  await waitFor(() => expect(document.activeElement?.id).toBe(box('Name').id));
  expect(screen.getByText(/^A new entry is marked as not confirmed/)).toBeTruthy();
});

test('a programme that is not there is said not to be', async () => {
  const { user } = await open('new');

  await user.type(box('Local delivery of'), 'zzz');

  await screen.findByText('No programme of the directory has these words in its name.');
});

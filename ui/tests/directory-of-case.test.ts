import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import App from '../src/App.svelte';
import { keyboard, program, type CaseLaw, type CasePerson, type Facts } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import { records } from '../src/lib/core/fake/people';
import { councils } from '../src/lib/core/fake/sources';
import ServiceLookUp from '../src/lib/directory/ServiceLookUp.svelte';
import { directory as open } from './directory-of';
import { PersonOfCase } from '../src/lib/directory/case-person.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import { sitting } from '../src/screens/sitting.svelte';

vi.setConfig({ testTimeout: 30_000 });
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {
      // Nothing is in sight in jsdom.
    }
    disconnect() {
      // Nothing is in sight in jsdom.
    }
  },
);

const dundee = 'S12000042';
const fife = 'S12000047';
const perth = 'S12000048';

beforeEach(() => {
  document.body.replaceChildren();
  pretend('open');
});
afterEach(() => {
  undo.forget();
  sitting.clear();
});

/** A woman of 24 in Dundee, before Kirkcaldy Sheriff Court. */
const all: CasePerson = { sex: 'female', council: dundee, court: 'SC-KKC' };

function aCase(person: CasePerson = all, facts: Facts = {}): CaseLaw {
  return {
    case: 'case-1',
    rev: 1,
    name: 'SPECIMEN, Morag',
    reference: 'DEMO-0099',
    charges: [],
    charge: null,
    facts: { date_of_birth: { kind: 'date', value: born(24) }, ...facts },
    drawn: [{ fact: 'date_of_birth', from: 'Date of birth' }],
    drafts: [],
    week: [],
    person,
  };
}

function born(years: number): string {
  const { today } = program;
  return `${Number(today.slice(0, 4)) - years}${today.slice(4, 7)}-01`;
}

/** Opens the directory with a case, and gives every search that is asked of the core. */
async function directory(ofCase: PersonOfCase, query: Record<string, string> = {}) {
  const opened = await open({ query: { more: 'shown', ...query }, ofCase });
  await waitFor(() => expect(opened.searches.length).toBeGreaterThan(0));
  return opened;
}

async function withCase(law: CaseLaw | null = null, query: Record<string, string> = {}) {
  await program.start();
  const inHand = law ?? aCase();
  const ofCase = new PersonOfCase(() => inHand);
  return { ofCase, ...(await directory(ofCase, query)) };
}

const box = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);
const said = (label: string) => box(label).getAttribute('aria-describedby') ?? '';
const isFromCase = (label: string) =>
  said(label)
    .split(' ')
    .some((id) => document.getElementById(id)?.textContent === 'From the case');
const tag = (words: string) =>
  screen.queryByRole('button', { name: new RegExp(`^Remove filter: *${words}$`) });

test('what the case says of the person is filled in, asked for, and marked as from the case', async () => {
  const { searches } = await withCase(
    aCase(all, { under_supervision: { kind: 'flag', value: true } }),
  );

  expect(searches.at(-1)).toMatchObject({
    council: dundee,
    court: 'SC-KKC',
    person: { sex: 'female', age: 24, 'under-order': true },
  });
  for (const label of ['Person lives in', 'Court', 'Sex', 'Age', 'Under an order']) {
    expect(isFromCase(label), label).toBe(true);
  }
  expect(isFromCase('Need')).toBe(false);
  expect(tag('Female, from the case')).toBeTruthy();
  const line = screen.getByRole('group', { name: 'The case that is open' });
  expect(line.textContent).toMatch(/SPECIMEN, Morag.*DEMO-0099.*5 filters from the case/s);
});

test('what the case does not record is not said, and the worker’s own council stands unmarked', async () => {
  const { searches } = await withCase({
    ...aCase(
      { sex: null, council: null, court: null },
      {
        under_supervision: { kind: 'flag', value: false },
      },
    ),
    facts: {},
  });

  expect(searches.at(-1)).toMatchObject({
    council: fife,
    court: null,
    person: { sex: null, age: null, 'under-order': null },
  });
  expect(isFromCase('Person lives in')).toBe(false);
  expect(screen.queryByRole('button', { name: 'Without the case' })).toBeNull();
});

test('no supervision now is not taken for no order', async () => {
  const { searches } = await withCase(
    aCase(all, { under_supervision: { kind: 'flag', value: false } }),
  );

  expect(searches.at(-1)?.person['under-order']).toBeNull();
});

test('changing a value lets go of that one alone', async () => {
  const { searches, user, ofCase } = await withCase();

  await user.selectOptions(box('Sex'), 'male');

  await waitFor(() => expect(searches.at(-1)?.person).toMatchObject({ sex: 'male', age: 24 }));
  expect(isFromCase('Sex')).toBe(false);
  expect(isFromCase('Age')).toBe(true);
  expect(tag('Male')).toBeTruthy();
  expect(ofCase.letGo).toEqual(['sex']);
});

test('one button lets all of it go, and one takes it back in place of what was chosen', async () => {
  const { searches, user } = await withCase();
  await user.selectOptions(box('Sex'), 'male');

  await user.click(screen.getByRole('button', { name: 'Without the case' }));
  await waitFor(() =>
    expect(searches.at(-1)).toMatchObject({ council: fife, court: null, person: { age: null } }),
  );
  const again = screen.getByRole('button', { name: 'From the case again' });
  expect(document.activeElement, 'the one button stands for the other').toBe(again);
  expect(screen.queryByRole('button', { name: 'Without the case' })).toBeNull();

  await user.click(again);
  await waitFor(() =>
    expect(searches.at(-1)).toMatchObject({
      council: dundee,
      court: 'SC-KKC',
      person: { sex: 'female', age: 24 },
    }),
  );
  expect(document.activeElement?.textContent?.trim()).toBe('Without the case');
});

test('a filter that the address names wins over the case, and is not marked', async () => {
  const { searches, ofCase } = await withCase(null, { council: perth, sex: 'female' });

  expect(searches.at(-1)).toMatchObject({ council: perth, person: { sex: 'female', age: 24 } });
  expect(isFromCase('Person lives in')).toBe(false);
  expect(isFromCase('Sex'), 'the case says it too').toBe(true);
  expect(ofCase.letGo, 'the address of one visit lets nothing go').toEqual([]);
});

test('what was let go is let go when the screen is come back to, for as long as the case is open', async () => {
  await program.start();
  let open = aCase();
  const ofCase = new PersonOfCase(() => open);
  const first = await directory(ofCase);
  await first.user.selectOptions(box('Sex'), '');
  first.shown.unmount();

  const second = await directory(ofCase);
  expect(second.searches.at(-1)?.person).toMatchObject({ sex: null, age: 24 });
  second.shown.unmount();

  open = { ...open, case: 'case-2' };
  const third = await directory(ofCase);
  expect(third.searches.at(-1)?.person, 'nothing of another case').toMatchObject({
    sex: 'female',
  });
});

test('clearing the filters lets go of the case, and undo brings it back', async () => {
  const { searches, user } = await withCase();

  await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
  await waitFor(() => expect(searches.at(-1)).toMatchObject({ council: null, court: null }));

  undo.take();
  await waitFor(() => expect(searches.at(-1)).toMatchObject({ council: dundee, court: 'SC-KKC' }));
  expect(isFromCase('Sex')).toBe(true);
});

test('the address holds the filters and nothing else of the case', async () => {
  await withCase();

  await waitFor(() => expect(router.place.query.get('sex')).toBe('female'));
  const words = decodeURIComponent(router.place.query.toString());
  expect(words).not.toMatch(/case|SPECIMEN|DEMO/);
});

test('a gap begins with where the person of the case lives, from the list and from an entry', async () => {
  const { shown, ofCase, user } = await withCase();
  run('gap');
  let dialog = await screen.findByRole('dialog', { name: /^Note a gap/ });
  const lives = within(dialog).getByLabelText<HTMLSelectElement>('Person lives in');
  expect(lives.value).toBe(dundee);
  expect(within(dialog).getByText('From the case')).toBeTruthy();
  await user.selectOptions(lives, fife);
  expect(within(dialog).queryByText('From the case')).toBeNull();
  shown.unmount();

  render(ServiceLookUp, { id: 'pg-caledonian-fife', councils, ofCase, onpreview: vi.fn() });
  run('gap');
  dialog = await screen.findByRole('dialog', { name: /^Note a gap/ });
  expect(within(dialog).getByLabelText<HTMLSelectElement>('Person lives in').value).toBe(dundee);
  expect(within(dialog).getByText('From the case')).toBeTruthy();
});

test('with the case open a woman in Fife is sent to the sheet by a word, Enter and Ctrl+P', async () => {
  render(App);
  await waitFor(() => expect(program.session).not.toBeNull());
  await sitting.hand.open(records[0]?.id ?? '');
  router.go('directory');
  const user = userEvent.setup();
  await waitFor(() => expect(document.activeElement?.id).toBe('words'));
  expect(await screen.findByRole('button', { name: /Female, from the case/ })).toBeTruthy();

  await user.keyboard('heroin{Enter}');
  await screen.findByRole('heading', { name: /Example Recovery Service/, level: 1 });
  await waitFor(() => expect(keyboard.commands.some(({ id }) => id === 'print')).toBe(true));
  await user.keyboard('{Control>}p{/Control}');

  expect(await screen.findByRole('dialog', { name: /Example Recovery Service/ })).toBeTruthy();
});

function run(id: string): void {
  keyboard.commands.find((command) => command.id === id)?.run();
}

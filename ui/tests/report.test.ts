import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, keyboard, program, type Commands } from '../src/lib/core';
import { answer } from '../src/lib/core/fake/answer';
import { fakeCommands, pretend, stops } from '../src/lib/core/fake';
import { live } from '../src/lib/shared/live.svelte';
import { router } from '../src/lib/shared/router.svelte';
import { undo } from '../src/lib/shared/undo.svelte';
import Report from '../src/screens/Report.svelte';

const id = (number: number) => `0198c020-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function opened(number: number, section: string, replaced: Partial<Commands> = {}) {
  pretend('open', replaced);
  await program.start();
  const query = new URLSearchParams({ section });
  render(Report, { params: { id: id(number) }, query });
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup();
}

const held = async (number: number) => (await core.openDraft(id(number))).draft.answers;

// Whether each of a thousand elements is hidden takes jsdom seconds to tell.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  document.body.replaceChildren();
});

test('the identity of the person stands above the report', async () => {
  await opened(3, 'basis');

  const bar = screen.getByRole('region', { name: 'Whom this is about' });

  expect(bar).toHaveProperty('textContent');
  expect(bar.textContent).toMatch(
    /DALGARVIE, Kieran James.*born 19 Feb 2007 \(\d+\).*JSW-26-01841/s,
  );
});

test('every section says in words how it stands', async () => {
  await opened(3, 'basis');

  const sections = screen.getByRole('navigation', { name: 'Sections of the report' });

  expect(within(sections).getByRole('button', { name: /Basis of report Complete/ })).toBeDefined();
  expect(
    within(sections).getByRole('button', { name: /Offence analysis Started, 1 to do/ }),
  ).toBeDefined();
});

test('what is typed is in the store when the field is left', async () => {
  const person = await opened(1, 'signature-and-handling');

  await person.type(screen.getByLabelText('Others who contributed (if any)'), 'B. Sample');
  await person.tab();

  await waitFor(async () => {
    expect((await held(1))['contributors']).toEqual({ kind: 'line', text: 'B. Sample' });
  });
});

test('the key that finishes a report is not taken by the box being written in', async () => {
  await opened(3, 'pattern-of-offending');
  const box = document.querySelector<HTMLElement>('.ProseMirror');
  box?.focus();
  const press = new KeyboardEvent('keydown', {
    key: 'Enter',
    keyCode: 13,
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
  });

  box?.dispatchEvent(press);
  const taken = press.defaultPrevented;
  keyboard.handle(press);

  expect(taken).toBe(false);
  expect(router.place.query.get('view')).toBe('finish');
});

test('a question that is asked only after another appears with it', async () => {
  const person = await opened(1, 'basis');
  expect(screen.queryByLabelText('Explained on')).toBeNull();

  const explained = screen.getByRole('group', { name: 'Was the report explained to the person?' });
  await person.click(within(explained).getByLabelText('Yes'));

  expect(screen.getByLabelText('Explained on')).toBeDefined();
});

test('“not known” asks why, and gives back what was there when it is taken off', async () => {
  const person = await opened(3, 'signature-and-handling');
  const box = () => screen.getByLabelText('Not known – say why: Quality checked by');
  const before = (await held(3))['quality-checked-by'];

  await person.click(box());
  await person.type(screen.getByLabelText('Why is it not known?'), 'Not yet read');
  await person.tab();
  await waitFor(async () => {
    const given = (await held(3))['quality-checked-by'];
    expect(given).toEqual({ kind: 'not-known', why: 'Not yet read' });
  });
  await person.click(box());

  await waitFor(async () => {
    expect((await held(3))['quality-checked-by']).toEqual(before);
  });
});

test('what a new row lacks is said once the row was left', async () => {
  const person = await opened(3, 'conclusion-and-plan');
  const plan = screen.getByRole('group', { name: 'Plan' });
  const question = plan.closest<HTMLElement>('[data-question]') ?? plan;
  await person.click(within(plan).getByRole('button', { name: /Add another/ }));
  const third = within(plan).getAllByLabelText('Aim').at(-1);
  await waitFor(() => expect(document.activeElement).toBe(third));

  await person.keyboard('To sleep');
  await waitFor(async () => {
    const given = (await held(3))['plan'];
    expect(given?.kind === 'table' && given.rows[2]?.['aim']).toBe('To sleep');
  });
  expect(within(question).queryByText(/Row 3: enter/)).toBeNull();
  await person.click(within(plan).getAllByRole('button', { name: /Move up/ })[0] ?? plan);

  await waitFor(() => {
    expect(within(question).getAllByText(/Row 3: enter/).length).toBeGreaterThan(0);
  });
});

test('a row is added, moved and removed by keyboard, and comes back', async () => {
  const person = await opened(3, 'conclusion-and-plan');
  const plan = screen.getByRole('group', { name: 'Plan' });
  const aims = async () => {
    const given = (await held(3))['plan'];
    return given?.kind === 'table' ? given.rows.map((row) => row['aim'] ?? '') : [];
  };

  within(plan)
    .getByRole('button', { name: /Add another/ })
    .focus();
  await person.keyboard('{Enter}');
  const [third] = within(plan).getAllByLabelText('Aim').slice(-1);
  await waitFor(() => expect(document.activeElement).toBe(third));
  await person.keyboard('To sleep');
  await person.click(
    within(plan)
      .getAllByRole('button', { name: /Move up/ })
      .at(-1) ?? plan,
  );
  await waitFor(async () => {
    expect(await aims()).toEqual([
      'To drink less',
      'To sleep',
      'To give his weekends some structure',
    ]);
  });

  const first = within(plan).getByRole('button', { name: 'Remove row 1' });
  await person.click(first);
  await waitFor(async () => expect(await aims()).toHaveLength(2));
  undo.take();

  await waitFor(async () => {
    expect(await aims()).toEqual([
      'To drink less',
      'To sleep',
      'To give his weekends some structure',
    ]);
  });
});

test('a store that is full keeps the text and says so', async () => {
  const person = await opened(1, 'signature-and-handling', {
    saveAnswer: stops({ code: 'disk-full' }),
  });
  const box = () => screen.getByLabelText('Others who contributed (if any)');

  await person.type(box(), 'B. Sample');
  await person.tab();

  await screen.findByText(/What you wrote is kept in this window and is not in the store/);
  expect(box()).toHaveProperty('value', 'B. Sample');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('the checks are links, and a link opens the very cell', async () => {
  const person = await opened(3, 'basis');
  await person.click(screen.getByRole('tab', { name: 'Checks (6)' }));

  const links = screen.getAllByRole('link', { name: /Plan Row 2: enter “Who”/ });
  await person.click(links[0] ?? document.body);

  await screen.findByRole('heading', { level: 2, name: /Conclusion and proposed plan/ });
  await waitFor(() => {
    expect(document.activeElement?.closest('[data-column]')).toHaveProperty(
      'dataset.column',
      'Who',
    );
  });
});

/** The box of one date, of which alone the draft may be short. Found by its id: jsdom is slow here. */
function dateBox(): HTMLElement {
  const box = document.getElementById('q-explained-on');
  if (!box) throw new Error('the date is asked for in this section');
  return box;
}

async function type(text: string) {
  for (let length = 1; length <= text.length; length += 1) {
    await fireEvent.input(dateBox(), { target: { value: text.slice(0, length) } });
  }
}

async function withoutItsDate() {
  await opened(4, 'basis');
  dateBox().focus();
  await fireEvent.input(dateBox(), { target: { value: '' } });
  dateBox().blur();
  await waitFor(async () => expect((await held(4))['explained-on']).toBeUndefined());
  dateBox().focus();
}

test('a date that was just typed is not the next check', async () => {
  await withoutItsDate();

  await type('9 11 2026');
  keyboard.commands.find((command) => command.id === 'next-check')?.run();

  await waitFor(() => expect(live.polite).toContain('Nothing is missing'));
  expect(document.activeElement).toBe(dateBox());
  expect((await held(4))['explained-on']).toEqual({ kind: 'date', on: '2026-11-09' });
});

test('a date that cannot be read is not kept as the last one that could', async () => {
  await withoutItsDate();

  await type('9 11 202');
  dateBox().blur();

  await waitFor(async () => expect((await held(4))['explained-on']).toBeUndefined());
  expect(dateBox()).toHaveProperty('value', '9 11 202');
  expect(dateBox().getAttribute('aria-invalid')).toBe('true');
});

test('a screen that was left before it opened does not take the saves from the next', async () => {
  const waiting: (() => void)[] = [];
  const { openDraft } = fakeCommands('open');
  pretend('open', {
    openDraft: async (report) => {
      await new Promise<void>((go) => waiting.push(go));
      return openDraft(report);
    },
  });
  await program.start();
  const query = new URLSearchParams({ section: 'signature-and-handling' });
  const show = () => render(Report, { params: { id: id(4) }, query });

  const first = show();
  await waitFor(() => expect(waiting).toHaveLength(1));
  first.unmount();
  show();
  await waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.();
  const box = await screen.findByLabelText('Not known – say why: Marking');
  waiting[0]?.();
  await userEvent.setup().click(box);

  await screen.findByRole('button', { name: /Signature and handling Started, 1 to do/ });
});

test('a draft of an earlier sitting says until when it was kept, once', async () => {
  pretend('open');
  const saved = await core.openDraft(id(3));
  pretend('open', {
    openDraft: () =>
      answer({
        ...saved,
        draft: { ...saved.draft, id: 'kept', 'saved-at': '2026-11-20T10:42:06Z' },
      }),
  });
  await program.start();
  const show = () => render(Report, { params: { id: 'kept' }, query: new URLSearchParams() });
  const first = show();

  await screen.findByText('We kept your draft to Fri 20 Nov 2026, 10:42');
  screen.getByText('Continue').closest('button')?.click();

  await waitFor(() => {
    const question = document.activeElement?.closest<HTMLElement>('[data-question]');
    expect(question?.dataset['question']).toBe(saved.completeness.flaws[0]?.question);
  });
  first.unmount();
  show();
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByText(/We kept your draft/)).toBeNull();
});

import { screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CaseLaw, Commands } from '../src/lib/core';
import { disposals, goTo, inSummaryCourt, withKeys } from './look-up-of';

type Put = Commands['putInReport'];

const openCase: CaseLaw = {
  case: 'case-1',
  rev: 1,
  name: 'EXAMPLE, Morag',
  reference: 'DEMO-0042',
  charges: [],
  charge: null,
  facts: {},
  drawn: [],
  drafts: [
    { report: 'report-1', form: 'JSWR', 'takes-options': true },
    { report: 'report-2', form: 'Letter', 'takes-options': false },
  ],
  week: [],
  person: { sex: null, council: null, court: null },
};
const added = (count: number) =>
  vi.fn<Put>((report) =>
    Promise.resolve({
      status: 'ok',
      data: { report, question: 'options', added: count, rev: 2 },
    }),
  );
const dialog = () => screen.findByRole('dialog', { name: 'Put in report' });

beforeEach(() => withKeys());

test('the words are shown, may be changed, and go into the draft', async () => {
  const put = added(1);
  const facts = inSummaryCourt(false);
  const { user } = await disposals({ facts, openCase, replaced: { putInReport: put } });
  await goTo(user, 'Absolute discharge');

  await user.keyboard('{Control>}{Enter}{/Control}');
  const words = within(await dialog()).getByRole('textbox', { name: 'Absolute discharge' });
  expect(words).toHaveProperty(
    'value',
    expect.stringMatching(/^Competent on the facts recorded: no rule shuts it out\. Law as at/),
  );
  await user.clear(words);
  await user.type(words, 'Open to the court.');
  await user.click(within(await dialog()).getByRole('button', { name: /^Add to JSWR/ }));

  expect(await screen.findByText(/^Added to JSWR for EXAMPLE, Morag: 1 option/)).toBeTruthy();
  expect(put).toHaveBeenCalledWith('report-1', [
    { option: 'absolute-discharge', words: 'Open to the court.' },
  ]);
  expect(screen.getByRole('link', { name: 'Open the report' }).getAttribute('href')).toContain(
    'reports/report-1',
  );
});

test('the parts of a proposal go in together, and one that stands there is left', async () => {
  const put = added(1);
  const { user } = await disposals({ openCase, replaced: { putInReport: put } });
  await goTo(user, 'Admonition');
  await user.keyboard('+');
  await goTo(user, 'Absolute discharge');
  await user.keyboard('+{F3}');
  await screen.findByRole('region', { name: 'Try a proposal' });

  await user.keyboard('{Control>}{Enter}{/Control}');
  const sources = within(await dialog()).getByRole('combobox', { name: 'What goes in' });
  expect(sources).toHaveProperty('value', 'proposal');
  await user.keyboard('{Control>}{Enter}{/Control}');

  expect(
    await screen.findByText(
      'Added to JSWR for EXAMPLE, Morag: 1 option; one stood there already, and is left as written',
    ),
  ).toBeTruthy();
  expect(put.mock.calls[0]?.[1].map(({ option }) => option)).toEqual([
    'admonition',
    'absolute-discharge',
  ]);
});

test('with no case open it says how to open one', async () => {
  const { user } = await disposals();

  await user.keyboard('{Control>}{Enter}{/Control}');

  expect((await dialog()).textContent).toContain('No case is open on the menus');
  expect((await dialog()).textContent).toContain('Choose a case…');
});

test('a case whose reports take no options leads to the case', async () => {
  const { user } = await disposals({ openCase: { ...openCase, drafts: [] } });

  await user.keyboard('{Control>}{Enter}{/Control}');

  const link = within(await dialog()).getByRole('link', { name: 'Go to the case' });
  expect(link.getAttribute('href')).toContain('cases/case-1');
});

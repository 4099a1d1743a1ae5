import { beforeEach, expect, test } from 'vitest';
import { core, type LawQuestion, type OptionPage } from '$lib/core';
import { pretend } from '$lib/core/fake';
import { compareRows, type CompareColumn } from './compare-rows';

const asAt = '2026-11-22';
const pageOf = (id: string): Promise<OptionPage> => core.optionPage('disposals', id, asAt, null);
const column = (page: OptionPage): CompareColumn => ({ page, found: null, judged: false });

beforeEach(() => {
  pretend('open');
});

test('an option beside itself differs in nothing', async () => {
  const page = await pageOf('rlo');

  const rows = compareRows([column(page), column(page)]);

  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ differs }) => differs)).toEqual([]);
});

test('two options differ where their entries do, and each says its own', async () => {
  const [tag, admonition] = await Promise.all([pageOf('rlo'), pageOf('admonition')]);

  const who = compareRows([column(tag), column(admonition)]).find(({ name }) => name === 'Who');

  expect(who).toEqual({
    name: 'Who',
    cells: [tag.option.who, admonition.option.who],
    differs: true,
  });
});

test('there is no finding while nothing is recorded, though limits are known', async () => {
  const page = await pageOf('rlo');
  const question: LawQuestion = {
    menu: 'disposals',
    facts: {},
    proposal: null,
    week: [],
    'as-at': asAt,
    council: null,
  };
  const { options } = await core.assessOptions(question);
  const found = options.find(({ assessment }) => assessment.option === 'rlo') ?? null;

  const names = (judged: boolean) => compareRows([{ page, found, judged }]).map(({ name }) => name);

  expect(names(false)).not.toContain('Finding');
  expect(names(false)).toContain('Time it takes');
  expect(names(true)).toContain('Finding');
});

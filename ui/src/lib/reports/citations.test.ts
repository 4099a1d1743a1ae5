import { beforeEach, expect, test } from 'vitest';
import { core, type Answer } from '$lib/core';
import { pretend } from '$lib/core/fake';
import { newNumbers } from './citations';
import { ReportDraft } from './report-draft.svelte';

const id = '0198c020-0000-7000-8000-000000000003';
const cited = (source: number | null): Answer => ({
  kind: 'narrative',
  text: [
    { block: 'paragraph', spans: [{ text: 'He said so', strong: false, emphasis: false, source }] },
  ],
});

let report: ReportDraft;
const rows = () => {
  const sources = report.answers['sources'];
  return sources?.kind === 'table' ? sources.rows : [];
};
const list = (changed: ReturnType<typeof rows>) =>
  report.answer('sources', { kind: 'table', rows: changed });

beforeEach(async () => {
  pretend('open');
  report = new ReportDraft(await ReportDraft.fetch(id));
  report.answer('home', cited(3));
});

test('a citation follows its source when the list is reordered', async () => {
  const [first, second, third, ...others] = rows();
  if (!first || !second || !third) throw new Error('three sources are needed');

  list([third, first, second, ...others]);

  expect(report.answers['home']).toEqual(cited(1));
  await report.queue.flush();
  expect((await core.openDraft(id)).draft.answers['home']).toEqual(cited(1));
});

test('a citation goes with its source and comes back with it', () => {
  const before = rows();

  list(before.toSpliced(2, 1));
  expect(report.answers['home']).toEqual(cited(null));

  list(before);
  expect(report.answers['home']).toEqual(cited(3));
});

test('a citation of a later source moves up when one before it is removed', () => {
  list(rows().toSpliced(0, 1));

  expect(report.answers['home']).toEqual(cited(2));
});

test('editing or adding a source moves nothing', () => {
  const [one = {}, two = {}] = rows();

  expect(newNumbers([one, two], [{ ...one, name: 'Other' }, two]).size).toBe(0);
  expect(newNumbers([one, two], [one, two, {}]).size).toBe(0);
});

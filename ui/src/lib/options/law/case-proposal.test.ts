import { expect, test } from 'vitest';
import type { Measured } from '$lib/core';
import { CaseProposal, measuresOf } from './case-proposal.svelte';

// The wire's type cannot be written as a literal: it asks for the figures that are not there.
const measured = (text: string): Measured => JSON.parse(text);

function proposed(...ids: string[]) {
  const { disposals } = new CaseProposal();
  for (const id of ids) disposals.add(id);
  return disposals;
}
const ids = ({ parts }: ReturnType<typeof proposed>) => parts.map(({ option }) => option);

test('an option is a part once', () => {
  const parts = proposed('cpo');

  expect(parts.add('cpo')).toBe(false);
  expect(ids(parts)).toEqual(['cpo']);
});

test('a part that was taken out comes back where it stood, with its figures', () => {
  const parts = proposed('cpo', 'cpo-unpaid-work-1', 'fine');
  parts.figure('cpo-unpaid-work-1', 'hours', 120);

  const back = parts.remove('cpo-unpaid-work-1');
  expect(ids(parts)).toEqual(['cpo', 'fine']);
  back();

  expect(ids(parts)).toEqual(['cpo', 'cpo-unpaid-work-1', 'fine']);
  expect(parts.parts[1]?.hours).toBe(120);
});

test('the figure that a rule allows replaces the one proposed and no other', () => {
  const parts = proposed('rlo');
  parts.figure('rlo', 'term', '18 months');
  parts.figure('rlo', 'hours-a-day', 14);

  parts.use('rlo', measured('{"hours-a-day":12}'));

  expect(parts.parts[0]).toMatchObject({ term: '18 months', 'hours-a-day': 12, hours: null });
});

test('each menu has a proposal of its own, and clearing forgets both', () => {
  const proposal = new CaseProposal();
  proposal.on('bail').add('bail-supervised');
  proposal.on('disposals').add('cpo');
  expect(proposal.on('bail').includes('cpo')).toBe(false);

  proposal.clear();

  expect(proposal.bail.any || proposal.disposals.any).toBe(false);
});

test('measures are asked for once, in one order', () => {
  const figures = ['{"amount":"£5"}', '{"hours":20}', '{"hours":100}'].map(measured);

  expect(measuresOf([...figures, null])).toEqual(['hours', 'amount']);
});

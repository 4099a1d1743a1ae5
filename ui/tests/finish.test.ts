import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { core, program, type Commands } from '../src/lib/core';
import { answer } from '../src/lib/core/fake/answer';
import { pretend } from '../src/lib/core/fake';
import FinishReport from '../src/lib/reports/FinishReport.svelte';
import { ReportDraft } from '../src/lib/reports/report-draft.svelte';

const id = (number: number) => `0198c020-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function finishing(number: number, replaced: Partial<Commands> = {}) {
  pretend('open', replaced);
  await program.start();
  const report = new ReportDraft(await ReportDraft.fetch(id(number)));
  const told = { onpreview: vi.fn(), onwrite: vi.fn(), onissued: vi.fn() };
  render(FinishReport, { report, ...told });
  await screen.findByRole('heading', { level: 1 });
  return { person: userEvent.setup(), report, ...told };
}

const issue = () => screen.findByRole('button', { name: 'Issue report' });

beforeEach(() => {
  document.body.replaceChildren();
});

test('a draft with faults lists each of them and cannot be issued', async () => {
  const { person, onwrite } = await finishing(3);

  expect(screen.getByRole('heading', { name: /^6 things to put right/ })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Issue report' })).toBeNull();
  expect(document.title).toMatch(/^Error: /);
  await person.click(screen.getByRole('link', { name: /^Pattern/ }));

  expect(onwrite).toHaveBeenCalledWith(
    expect.objectContaining({ section: 'pattern-of-offending', question: 'pattern' }),
  );
});

test('a complete draft is issued by the named button', async () => {
  const { person, onissued } = await finishing(4);

  await person.click(await issue());

  await waitFor(() => expect(onissued).toHaveBeenCalledWith(expect.objectContaining({ pages: 6 })));
});

test('what cannot be printed is named, and nothing is issued', async () => {
  const { person, onissued } = await finishing(4, {
    issueReport: () =>
      answer({ outcome: 'not-printable', warnings: ['No glyph for 漢 in section 2'] }),
  });

  await person.click(await issue());

  await screen.findByText('No glyph for 漢 in section 2');
  expect(onissued).not.toHaveBeenCalled();
});

test('a core that finds a fault has the last word', async () => {
  const flaws = [{ section: 'basis', question: 'limits', lack: { why: 'stop-word' } } as const];
  const { person } = await finishing(4, {
    issueReport: () =>
      answer({ outcome: 'not-complete', completeness: { sections: [], flaws: [...flaws] } }),
  });

  await person.click(await issue());

  await screen.findByRole('link', { name: /Co-operation, and the limits of this report/ });
});

test('a report that somebody else changed goes back to its author', async () => {
  pretend('open');
  const { draft: theirs } = await core.openDraft(id(4));
  const { report, person, onwrite } = await finishing(4, {
    issueReport: () => {
      const answers = {
        ...report.answers,
        contributors: { kind: 'line', text: 'Theirs' } as const,
      };
      return answer({ outcome: 'conflict', theirs: { ...theirs, rev: 99, answers } });
    },
  });

  await person.click(await issue());

  await waitFor(() => expect(onwrite).toHaveBeenCalled());
  expect(report.answers['contributors']).toEqual({ kind: 'line', text: 'Theirs' });
  expect(report.queue.rev).toBe(99);
});

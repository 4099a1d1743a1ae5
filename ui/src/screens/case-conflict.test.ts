import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { program, type CaseRecord } from '$lib/core';
import { pretend } from '$lib/core/fake';
import { id, records } from '$lib/core/fake/people';
import { router } from '$lib/shared/router.svelte';
import Case from './Case.svelte';

const [morag] = records;

test('two people who change one case both see what the other wrote', async () => {
  if (!morag) throw new Error('there is no case to try');
  const theirs: CaseRecord = {
    ...morag,
    rev: morag.rev + 1,
    case: { ...morag.case, judge: 'Sheriff B. Sample', sheriffdom: 'Elsewhere' },
  };
  const saveCase = vi.fn((sent: CaseRecord) =>
    Promise.resolve(
      sent.rev === theirs.rev
        ? { status: 'ok' as const, data: { outcome: 'done' as const, record: sent } }
        : { status: 'ok' as const, data: { outcome: 'conflict' as const, theirs } },
    ),
  );
  pretend('open', { saveCase });
  await program.start();
  router.go(`cases/${morag.id}`, { view: 'edit' });
  const query = new URLSearchParams({ view: 'edit' });
  render(Case, { params: { id: id(1, 1) }, query });

  const judge = await screen.findByLabelText('Sheriff or judge');
  await fireEvent.input(judge, { target: { value: 'Sheriff C. Specimen' } });
  await fireEvent.click(screen.getByText('Save case'));

  // The sheriffdom, which only they changed, is not asked about.
  const question = await screen.findByRole('alert');
  expect(question.textContent).toContain('Sheriff C. Specimen');
  expect(question.textContent).toContain('Sheriff B. Sample');
  expect(question.textContent).not.toContain('Sheriffdom');

  await fireEvent.click(screen.getByLabelText(/Keep theirs/));
  await fireEvent.click(screen.getByText('Save these'));

  await vi.waitFor(() => expect(saveCase).toHaveBeenCalledTimes(2));
  const last = saveCase.mock.lastCall?.[0];
  expect(last?.rev).toBe(theirs.rev);
  expect(last?.case.judge).toBe('Sheriff B. Sample');
  expect(last?.case.sheriffdom).toBe('Elsewhere');
});

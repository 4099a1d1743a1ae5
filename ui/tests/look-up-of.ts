import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import {
  keyboard,
  program,
  type CaseLaw,
  type Commands,
  type Commitment,
  type Council,
} from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import MenuLookUp from '../src/lib/options/MenuLookUp.svelte';
import { CaseFacts } from '../src/lib/options/law/case-facts.svelte';
import { CaseProposal } from '../src/lib/options/law/case-proposal.svelte';
import { PersonWeek } from '../src/lib/week/sitting-week.svelte';
import { router } from '../src/lib/shared/router.svelte';

/** What stands before a look-up is opened. */
interface Before {
  facts?: CaseFacts;
  openCase?: CaseLaw | null;
  councils?: readonly Council[];
  /** What stands in the week of the person. */
  week?: readonly Commitment[];
  /** Answers of the core in place of the sample's. */
  replaced?: Partial<Commands>;
}

/** Opens the disposals, as the screen does. */
export async function disposals(before: Before = {}) {
  const { facts = new CaseFacts(), openCase = null, councils = [], replaced = {} } = before;
  pretend('open', replaced);
  await program.start();
  router.expect();
  const proposal = new CaseProposal();
  const week = new PersonWeek();
  week.replace(before.week ?? []);
  render(MenuLookUp, {
    menu: 'disposals',
    query: new URLSearchParams(),
    councils,
    facts,
    proposal,
    week,
    openCase,
    onpreview: vi.fn(),
  });
  const shown = await screen.findByRole('listbox', { name: 'Disposals' });
  // The rows change places once the law has answered.
  if (facts.any) await within(shown).findByText(/^Competent \(\d+\)/);
  return { user: userEvent.setup(), facts, parts: proposal.disposals, week };
}

/** A summary case in the sheriff court, in which imprisonment is open or not. */
export function inSummaryCourt(imprisonable: boolean) {
  const facts = new CaseFacts();
  facts.record('court', { kind: 'choice', value: 'SS' });
  facts.record('imprisonable', { kind: 'flag', value: imprisonable });
  return facts;
}

export const list = () => screen.getByRole('listbox', { name: 'Disposals' });

/** Goes to an option of the list, by its name. */
export async function goTo(user: ReturnType<typeof userEvent.setup>, name: string) {
  const row = (await within(list()).findByText(name)).closest<HTMLElement>('[role="option"]');
  if (!row) throw new Error(`${name} is no option`);
  await user.click(row);
  list().focus();
  return row;
}

/** Puts the program's keys behind the page, and gives the function that takes them away. */
export function withKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    keyboard.handle(event);
  };
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', press);
  };
}

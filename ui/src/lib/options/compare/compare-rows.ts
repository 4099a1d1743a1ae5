import {
  consentNames,
  reportNames,
  type Bound,
  type OptionFinding,
  type OptionPage,
} from '$lib/core';
import { inForceWords } from '../facts';
import { availableLine } from '../law/availability';
import { boundWords } from '../law/fact-words';
import { findingMarks, findingNames } from '../law/finding-groups';

/** An option as a column. */
export interface CompareColumn {
  page: OptionPage;
  /** What the law and the directory say of it; none where neither was asked. */
  found: OptionFinding | null;
  /** Whether facts are recorded, without which there is no finding. */
  judged: boolean;
}

/** One fact of every column. */
export interface CompareRow {
  name: string;
  /** What each column says, in the order of the columns. */
  cells: readonly string[];
  /** Whether the columns do not all say the same. */
  differs: boolean;
}

type Says = (column: CompareColumn) => string | null;

const rows: readonly (readonly [string, Says])[] = [
  ['Finding', finding],
  ['Available here', ({ found }) => availableLine(found?.available ?? null)],
  ['What', ({ page }) => page.option.what],
  ['Who', ({ page }) => page.option.who],
  ['When', ({ page }) => page.option.when],
  ['Limits', ({ page }) => page.option.limits],
  ['Time it takes', time],
  [
    'Consent',
    ({ page }) => need(consentNames[page.option.consent.needed].words, page.option.consent.says),
  ],
  [
    'Report',
    ({ page }) => need(reportNames[page.option.report.needed].words, page.option.report.says),
  ],
  ['On breach', ({ page }) => page.option.breach],
  ['Authority', ({ page }) => page.option.authority],
  ['In force', ({ page }) => inForceWords(page.option)],
];

/** Lays options side by side; a row of which nothing is known for any of them is left out. */
export function compareRows(columns: readonly CompareColumn[]): CompareRow[] {
  return rows
    .map(([name, says]) => ({ name, cells: columns.map((column) => says(column) ?? '') }))
    .filter(({ cells }) => cells.some(Boolean))
    .map((row) => ({ ...row, differs: new Set(row.cells).size > 1 }));
}

function finding({ found, judged }: CompareColumn): string {
  if (!found || !judged) return '';
  const { assessment } = found;
  const named = `${findingMarks[assessment.finding].sign} ${findingNames[assessment.finding].words}`;
  const [bar] = assessment.bars;
  if (bar) return `${named}. ${bar.says} (${bar.authority})`;
  const waits = assessment.awaits.length;
  return waits > 0
    ? `${named} on ${waits} ${waits === 1 ? 'thing' : 'things'} not recorded`
    : named;
}

/** What the rules say of how long it lasts, or how many hours it takes. */
function time({ found }: CompareColumn): string {
  const bounds = found?.assessment.limits.filter(lasts) ?? [];
  const words = bounds.map((bound) =>
    bound['if-known'].length > 0 ? `${boundWords(bound)} in some cases` : boundWords(bound),
  );
  return [...new Set(words)].join('; ');
}

const lasts = (bound: Bound) =>
  [bound['at-least'], bound['at-most']].some((end) => end && !Object.hasOwn(end, 'amount'));

const need = (words: string, says: string | null) => (says ? `${words}. ${says}` : words);

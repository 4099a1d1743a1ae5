import type { Assessment, Awaited, Fact, Finding, Ground, LawAnswer, OptionRow } from '$lib/core';
import { counted } from '$lib/shared/counts';
import type { IconName } from '$lib/shared/icons';
import { boundWords, missingWords } from './fact-words';

/** Some rows of the list under one heading. */
export interface ListGroup {
  id: string;
  /** The heading; none where the list is not parted. */
  title: string | null;
  rows: readonly OptionRow[];
}

export const findingNames = {
  competent: { words: 'Competent', tone: 'green' },
  depends: { words: 'Depends', tone: 'amber' },
  'not-competent': { words: 'Not competent', tone: 'red' },
} as const satisfies Record<Finding, { words: string; tone: string }>;

/** The shape of each finding, which stands beside its words. */
export const findingMarks = {
  competent: { icon: 'done', sign: '✓' },
  depends: { icon: 'help', sign: '?' },
  'not-competent': { icon: 'warning', sign: '✗' },
} as const satisfies Record<Finding, { icon: IconName; sign: string }>;

const findings: readonly Finding[] = ['competent', 'depends', 'not-competent'];

/** Parts the rows by finding. Within each they stand in the edition's order, never ranked. */
export function findingGroups(rows: readonly OptionRow[], answer: LawAnswer): ListGroup[] {
  const shown = new Map(rows.map((row) => [row.id, row]));
  return findings.map((finding) => {
    const found = answer.options.flatMap(({ assessment }) => {
      const row = assessment.finding === finding ? shown.get(assessment.option) : undefined;
      return row ? [row] : [];
    });
    return { id: finding, title: `${findingNames[finding].words} (${found.length})`, rows: found };
  });
}

/** Parts the rows by family, in the order of the families. */
export function familyGroups(
  rows: readonly OptionRow[],
  families: ReadonlyMap<string, string>,
): ListGroup[] {
  return [...families]
    .map(([id, title]) => ({ id, title, rows: rows.filter(({ family }) => family === id) }))
    .filter((group) => group.rows.length > 0);
}

/** Says how many there are of each: "12 competent, 8 depend, 83 not competent". */
export function tally(groups: readonly ListGroup[]): string {
  const count = (finding: Finding) => groups.find(({ id }) => id === finding)?.rows.length ?? 0;
  const depend = count('depends');
  return [
    `${count('competent')} competent`,
    `${depend} ${depend === 1 ? 'depends' : 'depend'}`,
    `${count('not-competent')} not competent`,
  ].join(', ');
}

/** Why an option stands where it does, as a row says it in one line. */
export interface RowWhy {
  finding: Finding;
  /** The sentence; for an option that waits, what comes before the first thing that is missing. */
  says: string;
  /** The first things that it waits for, by name. */
  waits: readonly { awaited: Awaited; words: string }[];
  /** How many more there are. */
  more: number;
}

/** How many missing things a row names. */
const named = 3;

export function rowWhy(assessment: Assessment, declared: readonly Fact[]): RowWhy {
  const { finding, bars, awaits } = assessment;
  const says = {
    competent: needsLine(assessment),
    depends: 'Waits for:',
    'not-competent': bars.slice(0, 1).map(groundLine).join(''),
  } satisfies Record<Finding, string>;
  const waits = awaits
    .slice(0, named)
    .map((awaited) => ({ awaited, words: missingWords(declared, awaited) }));
  return { finding, says: says[finding], waits, more: awaits.length - waits.length };
}

/** The authority stands first, so that a long sentence cannot push it out of the row. */
function groundLine({ says, authority }: Ground): string {
  return `${authority} · ${says}`;
}

/** Says what the court is bound to, where an option is competent: how far, and how many duties. */
function needsLine({ limits, duties }: Assessment): string {
  const bounds = [...new Set(limits.filter(isCertain).map(boundWords))];
  const open = limits.length - limits.filter(isCertain).length;
  const parts = [
    bounds.length > 0 && `Limits: ${bounds.join(', ')}`,
    open > 0 && `${counted(open, 'limit')} that may apply`,
    duties.length > 0 && counted(duties.length, 'duty', 'duties'),
  ].filter(Boolean);
  return parts.join(' · ') || 'No limit or duty among the rules';
}

const isCertain = (bound: { 'if-known': readonly unknown[] }) => bound['if-known'].length === 0;

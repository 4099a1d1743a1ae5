import type { Breach, Clash, Finding, PartInWeek, ProposalFinding, RuleId } from '$lib/core';
import { counted } from '$lib/shared/counts';
import { clashGroups } from '$lib/shared/clash-groups';

/** What the law says of a proposal as a whole. */
export interface Verdict {
  finding: Finding;
  words: string;
  /** What the person's week says of it beside that; nothing where it says nothing. */
  inWeek: string | null;
}

/** Sums up the finding on a proposal; a rule that several parts break counts once. */
export function verdictOf(found: ProposalFinding): Verdict {
  const { finding, words } = lawOf(found);
  const parts = found['in-week'];
  const inWeek = weekWords(parts);
  const tooLong = parts.some(({ clashes }) => clashes.some(({ breaks }) => breaks));
  if (!tooLong) return { finding, words, inWeek };
  const says = 'The week asks for more than the law allows';
  const also = finding === 'not-competent' ? `${words}. ${says}` : says;
  return { finding: 'not-competent', words: also, inWeek };
}

/** What the rules say, whatever the week. */
function lawOf({ breaches, awaits }: ProposalFinding): Omit<Verdict, 'inWeek'> {
  const broken = rulesOf(breaches, 'not-competent');
  const doubtful = [...rulesOf(breaches, 'depends')].filter((rule) => !broken.has(rule)).length;
  if (broken.size > 0) {
    const more = doubtful > 0 ? `, and may break ${doubtful} more` : '';
    return { finding: 'not-competent', words: `Breaks ${counted(broken.size, 'rule')}${more}` };
  }
  const open = [
    awaits.length > 0 && `${counted(awaits.length, 'thing')} not recorded or not there yet`,
    doubtful > 0 && `${counted(doubtful, 'rule')} that it may break`,
  ].filter(Boolean);
  if (open.length === 0) {
    return { finding: 'competent', words: 'Competent: no rule is broken on the facts recorded' };
  }
  return { finding: 'depends', words: `Depends on ${open.join(' and ')}` };
}

/** How often the parts clash in the week, and how many of their figures do not fit it. A clash of two parts counts once. */
function weekWords(parts: readonly PartInWeek[]): string | null {
  const clashes = new Map(
    parts.flatMap((part) => part.clashes.map((clash) => [placeOf(clash), clash] as const)),
  );
  const many = clashGroups([...clashes.values()]).length;
  const short = parts.flatMap(({ notes }) => notes).filter(({ fits }) => !fits).length;
  const told = [
    many > 0 && counted(many, 'clash', 'clashes'),
    short > 0 && `${counted(short, 'figure')} that cannot be kept to`,
  ].filter(Boolean);
  return told.length > 0 ? `In the week: ${told.join(' and ')}` : null;
}

const placeOf = ({ between, day, from, says }: Clash) => JSON.stringify([between, day, from, says]);

function rulesOf(breaches: readonly Breach[], finding: Finding): Set<RuleId> {
  return new Set(
    breaches.filter((breach) => breach.finding === finding).map(({ ground }) => ground.rule),
  );
}

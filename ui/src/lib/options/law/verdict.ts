import type { Breach, Finding, ProposalFinding, RuleId } from '$lib/core';
import { counted } from '$lib/shared/counts';

/** What the law says of a proposal as a whole. */
export interface Verdict {
  finding: Finding;
  words: string;
}

/** Sums up the finding on a proposal; a rule that several parts break counts once. */
export function verdictOf({ breaches, awaits }: ProposalFinding): Verdict {
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

function rulesOf(breaches: readonly Breach[], finding: Finding): Set<RuleId> {
  return new Set(
    breaches.filter((breach) => breach.finding === finding).map(({ ground }) => ground.rule),
  );
}

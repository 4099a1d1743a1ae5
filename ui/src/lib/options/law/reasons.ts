import type {
  Assessment,
  Availability,
  Awaited,
  Bound,
  Fact,
  Facts,
  Finding,
  Ground,
} from '$lib/core';
import { plainDate } from '$lib/shared/dates';
import { availableSays } from './availability';
import { boundWords, factName, factsLine, missingWords } from './fact-words';
import { rulesWords, ruleWords, type NameOf } from './rule-words';

/** A finding on an option, with all that its reasons are written from. */
export interface Reasoned {
  /** The option's name. */
  name: string;
  assessment: Assessment;
  available: Availability | null;
  /** The council named, where one is. */
  here: string | null;
  declared: readonly Fact[];
  facts: Facts;
  asAt: string;
  /** The edition's name. */
  edition: string;
  nameOf: NameOf;
}

/** What no copy of a finding is without. */
export const noAdvice =
  'This shows what the law allows on these facts. It does not advise which to choose.';

const onTheFacts = {
  competent: 'Competent on the facts recorded: no rule shuts it out.',
  depends: 'Depends on what is not recorded or not there yet.',
  'not-competent': 'Not competent on the facts recorded.',
} satisfies Record<Finding, string>;

/** Writes a finding with its reasons in plain words, to be read away from the screen. */
export function reasonsText(given: Reasoned): string {
  const { name, assessment, declared, facts, asAt, edition } = given;
  const { finding, bars, awaits, limits, duties } = assessment;
  const stands = finding !== 'not-competent';
  const blocks = [
    [name, onTheFacts[finding]],
    [
      `Law as at ${plainDate(asAt)}, by edition ${edition}.`,
      `Facts used: ${factsLine(declared, facts) || 'none'}.`,
    ],
    listed(
      'Rules that shut it out:',
      bars.map((ground) => groundLine(ground, given)),
    ),
    listed(
      'What it waits for:',
      awaits.map((awaited) => awaitedLine(awaited, declared)),
    ),
    stands
      ? listed(
          'Limits:',
          limits.map((bound) => boundLine(bound, declared)),
        )
      : [],
    stands
      ? listed(
          'If the court takes this:',
          duties.map((duty) => groundLine(duty, given)),
        )
      : [],
    [availableSays(given.available, given.here)],
    [noAdvice],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

/** Writes the finding in a few sentences, as a report first has it. */
export function reportWords({ assessment, available, here, declared, asAt }: Reasoned): string {
  const { finding, bars, awaits, limits } = assessment;
  const certain = limits.filter((bound) => bound['if-known'].length === 0);
  const bounds = [...new Set(certain.map(boundWords))].join(', ');
  const waits = awaits.map((awaited) => missingWords(declared, awaited)).join('; ');
  return [
    `${onTheFacts[finding]} Law as at ${plainDate(asAt)}.`,
    ...bars.map(({ says, authority }) => `${says.replace(/\.$/, '')} (${authority}).`),
    waits && `Waiting for: ${waits}.`,
    finding !== 'not-competent' && bounds && `Limits: ${bounds}.`,
    inArea(available, here),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a report first says of an option while no facts are recorded. */
export function unjudgedWords(available: Availability | null, here: string | null): string {
  return ['Not assessed: no facts of the case were recorded.', inArea(available, here)]
    .filter(Boolean)
    .join(' ');
}

/** Says who offers it, where an area was named. */
const inArea = (available: Availability | null, here: string | null) =>
  available && available.status !== 'not-asked' && availableSays(available, here);

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines.map((line) => `- ${line}`)] : [];
}

function groundLine(ground: Ground, { declared, nameOf }: Reasoned): string {
  const instead = ground.instead.map(nameOf).join('; ');
  return [
    sourced(ground),
    turnsOn(ground, declared),
    ground['would-change'] && `What would change it: ${ground['would-change']}`,
    instead && `Look at: ${instead}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const boundLine = (bound: Bound, declared: readonly Fact[]) =>
  [sentence(boundWords(bound)), sourced(bound), turnsOn(bound, declared)].filter(Boolean).join(' ');

/** The sentence with its authority and rule, and the mark of what was not checked. */
function sourced({ says, authority, rule, checked }: Ground | Bound): string {
  const source = [authority, ruleWords(rule), checked === 'unverified' && 'not checked'];
  return `${says} (${source.filter(Boolean).join('; ')})`;
}

function turnsOn(one: Ground | Bound, declared: readonly Fact[]): string {
  const facts = one['if-known'].map((fact) => factName(declared, fact));
  return facts.length > 0 ? `Whether it applies turns on: ${facts.join('; ')}.` : '';
}

function awaitedLine(awaited: Awaited, declared: readonly Fact[]): string {
  return `${missingWords(declared, awaited)} (asked for by ${rulesWords(awaited.rules)})`;
}

const sentence = (words: string) => words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

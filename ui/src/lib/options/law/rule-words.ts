import type { OptionId, RuleId } from '$lib/core';

/** The options' names, where it must be said whose entry is meant. */
export type NameOf = (id: OptionId) => string;

/**
 * Names a rule as a reader knows it: "rule R-29". What an option's own entry says has an id only
 * inside the program, and is called by the entry.
 */
export function ruleWords(rule: RuleId, nameOf?: NameOf): string {
  const dot = rule.indexOf('.');
  if (dot < 0) return `rule ${rule}`;
  const option = rule.slice(0, dot);
  const name = nameOf?.(option);
  // A rule that several entries share stands under a word that is no option.
  return name && name !== option ? `the entry of ${name}` : 'its entry';
}

/** Names several: "rules, and its entry". */
export function rulesWords(rules: readonly RuleId[], nameOf?: NameOf): string {
  const numbered = rules.filter((rule) => !rule.includes('.'));
  const entries = rules.filter((rule) => rule.includes('.')).map((rule) => ruleWords(rule, nameOf));
  const numbers =
    numbered.length > 1
      ? `rules ${joined(numbered)}`
      : numbered.map((rule) => ruleWords(rule)).join('');
  return [numbers, joined([...new Set(entries)])].filter(Boolean).join(', and ');
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

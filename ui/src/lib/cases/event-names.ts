import { roleNames, type Role } from '$lib/core';

/** What the access log calls an act, in words. */
const eventNames = new Map([
  ['case.open', 'Case opened'],
  ['case.create', 'Case added'],
  ['case.change', 'Case changed'],
  ['draft.begin', 'Report begun'],
  ['draft.save', 'Report written'],
  ['report.view', 'Report read'],
  ['report.issue', 'Report issued'],
  ['conference.open', 'Conference opened'],
  ['conference.create', 'Conference added'],
  ['conference.change', 'Conference changed'],
  ['pack.assemble', 'Pack built'],
  ['pack.view', 'Pack or minute read'],
  ['data.export', 'Copy saved outside the store'],
  ['document.print', 'Sent to a printer'],
  ['search.run', 'Found by a search'],
  ['log.read', 'Log read'],
  ['gap.note', 'Nothing suitable noted'],
]);

/** Gives an event's words; one that has none keeps its name. */
export function eventWords(event: string): string {
  return eventNames.get(event) ?? `Other act (${event})`;
}

/** Gives a role's words, as the log names the role. */
export function roleWords(role: string): string {
  return isRole(role) ? roleNames[role].name : role;
}

function isRole(word: string): word is Role {
  return Object.hasOwn(roleNames, word);
}

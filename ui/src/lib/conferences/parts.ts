import { actionStateNames, attendanceNames, capacityNames, type Conference } from '$lib/core';
import { longDate } from '$lib/shared/dates';
import { plainWords } from './plain-words';

/** The parts of a conference that a person changes; the packs belong to the store. */
export const parts = [
  'title',
  'about',
  'starts',
  'ended',
  'place',
  'marking',
  'quorate',
  'facts',
  'people',
  'agenda',
  'papers',
  'decisions',
  'actions',
  'persons-comments',
  'next',
] as const satisfies readonly (keyof Conference)[];

export type PartName = (typeof parts)[number];

/** The parts that are lists of rows. */
export type ListName = 'facts' | 'people' | 'agenda' | 'papers' | 'decisions' | 'actions';

const lists: readonly ListName[] = ['facts', 'people', 'agenda', 'papers', 'decisions', 'actions'];

export const partNames = {
  title: 'Title',
  about: 'Whom it is about',
  starts: 'Start',
  ended: 'End',
  place: 'Place',
  marking: 'Marking',
  quorate: 'Quorate',
  facts: 'Facts of the order',
  people: 'People',
  agenda: 'Agenda and discussion',
  papers: 'Papers',
  decisions: 'Decisions',
  actions: 'Actions',
  'persons-comments': 'The person’s comments',
  next: 'Next conference',
} satisfies Record<PartName, string>;

/** Names a row for the buttons and announcements about it. */
export function rowName(conference: Conference, list: ListName, at: number): string {
  const name = {
    facts: conference.facts[at]?.[0],
    people: conference.people[at]?.name,
    agenda: conference.agenda[at]?.title,
    papers: conference.papers[at]?.title,
    decisions: `decision D${at + 1}`,
    actions: `action A${at + 1}`,
  }[list];
  return name?.trim() ? name : `row ${at + 1}`;
}

type Rows = <T>(now: readonly T[], before: readonly T[]) => T[];

/** Changes the rows of one list, whichever it is. */
export function withRows(
  list: ListName,
  now: Conference,
  change: Rows,
  before: Conference = now,
): Partial<Conference> {
  switch (list) {
    case 'facts':
      return { facts: change(now.facts, before.facts) };
    case 'people':
      return { people: change(now.people, before.people) };
    case 'agenda':
      return { agenda: change(now.agenda, before.agenda) };
    case 'papers':
      return { papers: change(now.papers, before.papers) };
    case 'decisions':
      return { decisions: change(now.decisions, before.decisions) };
    case 'actions':
      return { actions: change(now.actions, before.actions) };
  }
}

/** Whether a word from the page names a list. */
export function isList(word: string | undefined): word is ListName {
  return lists.some((list) => list === word);
}

/** Writes a part of a conference in lines, so that two versions can be read side by side. */
export function partWords(conference: Conference, part: PartName): string[] {
  switch (part) {
    case 'title':
    case 'about':
    case 'place':
    case 'marking':
      return [conference[part]];
    case 'starts':
    case 'ended':
      return [conference[part]?.replace('T', ', ').slice(0, 17) ?? 'Not recorded'];
    case 'next':
      return [conference.next ? longDate(conference.next) : 'Not fixed'];
    case 'quorate':
      return [conference.quorate === null ? 'Not recorded' : conference.quorate ? 'Yes' : 'No'];
    case 'persons-comments':
      return [conference['persons-comments'] ?? 'None'];
    case 'facts':
      return conference.facts.map(([name, value]) => `${name}: ${value}`);
    case 'people':
      return conference.people.map(
        ({ name, capacity, attendance }) =>
          `${name}: ${capacityNames[capacity]}, ${attendanceNames[attendance].words.toLowerCase()}`,
      );
    case 'agenda':
      return conference.agenda.map(
        ({ title, discussion }, at) => `${at + 1} ${title}. ${plainWords(discussion)}`,
      );
    case 'papers':
      return conference.papers.map(({ title, author, content }) =>
        [
          `${title}, ${author}`,
          content.holds === 'text' ? plainWords(content.text) : 'a report',
        ].join(': '),
      );
    case 'decisions':
      return conference.decisions.map(({ decided }, at) => `D${at + 1} ${decided}`);
    case 'actions':
      return conference.actions.map(
        ({ what, owner, due, state }, at) =>
          `A${at + 1} ${what} ${owner}, ${longDate(due)}, ${actionStateNames[state].words}`,
      );
  }
}

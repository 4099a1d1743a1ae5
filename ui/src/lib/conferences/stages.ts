import type { Conference } from '$lib/core';

/** A step on the way of a conference, and where it stands. */
export interface Stage {
  id: 'invited' | 'papers' | 'pack' | 'meeting' | 'minute';
  name: string;
  standing: 'done' | 'next' | 'later';
}

/** Gives the steps of a conference: those its record shows done, the next, and those to come. */
export function stagesOf(conference: Conference): Stage[] {
  const written = conference.agenda.some(({ discussion }) => discussion.length > 0);
  const done = [
    ['invited', 'Invited', conference.people.length > 0],
    ['papers', 'Papers', conference.papers.length > 0],
    ['pack', 'Pack', conference.packs.length > 0],
    ['meeting', 'Meeting', conference.ended !== null],
    ['minute', 'Minute', conference.ended !== null && written],
  ] as const;
  const next = done.findIndex(([, , is]) => !is);
  return done.map(([id, name, is], at) => ({
    id,
    name,
    standing: is ? 'done' : at === next ? 'next' : 'later',
  }));
}

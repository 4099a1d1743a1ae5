// Local editions: the file that is chosen is always the same one, approved, of another office.
import type { Commands } from '../core';
import type { LocalEditionPage, ProposedEdition } from '../wire';
import { answer, missing } from './answer';
import { today } from './people';
import { services } from './sources';

type Acts = Pick<
  Commands,
  'proposeLocalEdition' | 'readLocalEdition' | 'approveLocalEdition' | 'installLocalEdition'
>;

const mine = '3f1a 90c2 7be4 55d0 18aa 6c3e f207 b94d';
const editor = '7c22 e510 04bf 9a6d 3388 d1f7 2b9c 60ea';
const second = 'a9d4 13f8 c06e 27b5 91e3 4f72 08dc 5ba1';

const page = (token: number): LocalEditionPage => ({
  token,
  file: 'directory-approved.sederunt-directory',
  office: 'Inverbrae justice social work',
  number: 4,
  'made-on': today,
  over: '2026-11',
  entries: 12,
  stage: 'approved',
  'proposed-by': editor,
  'approved-by': second,
  own: false,
  trusted: false,
  installed: null,
  differences: services.slice(0, 3).map(({ id, name }, at) => ({
    service: id,
    name,
    effect: at === 1 ? ('disputed' as const) : ('changed' as const),
    parts: [
      { part: 'How to refer', before: '', after: 'Telephone the duty worker, any weekday.' },
      { part: 'Confirmed', before: '', after: '14 September 2026 by the groupwork manager' },
    ],
  })),
  'difference-count': 3,
  disputed: 1,
  organisations: ['Inverbrae Bridges'],
});

/** Proposing, reading, approving and installing. */
export function publishingCommands(): Acts {
  let read = 0;
  const written = (file: string): ProposedEdition => ({
    file: `${file}.sederunt-directory`,
    number: 1,
    entries: 3,
    fingerprint: mine,
  });
  return {
    proposeLocalEdition: () => answer(written('directory-proposed')),
    readLocalEdition: () => answer(page((read += 1))),
    approveLocalEdition: (token) =>
      token === read ? answer(written('directory-approved')) : missing(),
    installLocalEdition: (token, compared, theirs) => {
      if (token !== read) return missing();
      return compared
        ? answer({ batch: 'edition', entries: theirs ? 3 : 2, kept: theirs ? 0 : 1 })
        : stopped;
    },
  };
}

const stopped = Promise.resolve({
  status: 'error' as const,
  error: { code: 'bad-input' as const, field: 'compared' },
});

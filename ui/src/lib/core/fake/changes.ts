// What changed since the person last looked: nothing.
import type { Commands } from '../core';
import { answer } from './answer';

type Acts = Pick<Commands, 'whatChanged' | 'changesSeen'>;

export function changesCommands(): Acts {
  return {
    whatChanged: () => answer({ since: null, now: '2026-11', entries: [], drafts: [] }),
    changesSeen: () => answer(null),
  };
}

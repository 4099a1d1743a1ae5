// The week, without its clashes.
import type { Commands } from '../core';
import { answer } from './answer';

type Acts = Pick<Commands, 'tryWeek'>;

export function weekCommands(): Acts {
  return { tryWeek: () => answer({ clashes: [], 'stay-in': [0, 0, 0, 0, 0, 0, 0] }) };
}

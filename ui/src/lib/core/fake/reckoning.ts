// Calculators that show every kind of answer, and state no law.
import type { Commands } from '../core';
import { answer } from './answer';
import { stops } from './stops';

type Acts = Pick<Commands, 'calculators' | 'calculate'>;

export function reckoningCommands(): Acts {
  return {
    calculators: () => answer([]),
    calculate: stops({ code: 'not-found' }),
  };
}

// A case as the law asks about it, of the invented cases.
import type { Commands } from '../core';
import { stops } from './stops';

type Acts = Pick<Commands, 'caseLaw' | 'recordFacts' | 'putInReport'>;

export function caseLawCommands(): Acts {
  return {
    caseLaw: stops({ code: 'not-found' }),
    recordFacts: stops({ code: 'not-found' }),
    putInReport: stops({ code: 'not-found' }),
  };
}

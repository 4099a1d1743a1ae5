import catalogue from './fault-words.json';
import type { Fault } from './wire';

/** What is said of a fault: what happened, what to do, whether the work is safe. */
export interface Words {
  says: string;
  next: string;
  safe: boolean;
}

/** The one catalogue, which the core reads too. A fault without words does not compile. */
export const words = catalogue satisfies Record<Fault['code'], Words>;

/** Gives the words for a fault. */
export function wordsFor(fault: Fault): Words {
  return words[fault.code];
}

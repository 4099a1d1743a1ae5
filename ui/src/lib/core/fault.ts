import type { Fault } from './wire';

/** What the page catches when an act was stopped: the fault, and nothing that could leak. */
export class Stopped extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.name = 'Stopped';
    this.fault = fault;
  }
}

/** Gives the fault behind whatever was caught. */
export function faultOf(caught: unknown): Fault {
  return caught instanceof Stopped ? caught.fault : { code: 'unforeseen' };
}

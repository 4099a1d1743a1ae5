import type { Fault } from '../wire';

/** An answer that stops with a fault, for tests of what is then said. */
export function stops(fault: Fault): () => Promise<{ status: 'error'; error: Fault }> {
  return () => Promise.resolve({ status: 'error', error: fault });
}

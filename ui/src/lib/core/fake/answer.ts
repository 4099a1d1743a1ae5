/** Wraps an answer as the bindings do. */
export function answer<T>(data: T): Promise<{ status: 'ok'; data: T }> {
  return Promise.resolve({ status: 'ok', data });
}

/** What cannot be found. */
export function missing(): Promise<{ status: 'error'; error: { code: 'not-found' } }> {
  return Promise.resolve({ status: 'error', error: { code: 'not-found' } });
}

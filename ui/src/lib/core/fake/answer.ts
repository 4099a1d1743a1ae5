/** Wraps an answer as the bindings do. */
export function answer<T>(data: T): Promise<{ status: 'ok'; data: T }> {
  return Promise.resolve({ status: 'ok', data });
}

/** What cannot be found. */
export function missing(): Promise<{ status: 'error'; error: { code: 'not-found' } }> {
  return Promise.resolve({ status: 'error', error: { code: 'not-found' } });
}

/** What was entered and cannot be kept, by its field. */
export function refused(
  field: string,
): Promise<{ status: 'error'; error: { code: 'bad-input'; field: string } }> {
  return Promise.resolve({ status: 'error', error: { code: 'bad-input', field } });
}

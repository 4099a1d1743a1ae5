import type { Case } from '$lib/core';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes the name as a list does: SURNAME, Forenames. */
export function listedName({ person }: Case): string {
  return [person.surname.toUpperCase(), person.forenames].filter(Boolean).join(', ');
}

/** Writes the birth and age as the identity bar does: "born 01 Jan 1990 (36)". */
export function bornWords({ person }: Case, age: number | null): string {
  if (!person.born) return 'born: Not known';
  const [year = '', month = '', day = ''] = person.born.split('-');
  const name = months[Number(month) - 1] ?? '';
  return `born ${day} ${name} ${year}${age === null ? '' : ` (${age})`}`;
}

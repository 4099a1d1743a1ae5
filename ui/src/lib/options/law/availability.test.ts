import { expect, test } from 'vitest';
import type { Availability, Offered } from '$lib/core';
import { availableLine, availableSays } from './availability';

const service = (name: string, day: string | null, assurance: Offered['assurance']): Offered => ({
  id: name,
  name,
  assurance,
  'assured-on': day,
});
const offered = (...services: Offered[]): Availability => ({ status: 'recorded', services });

test('nothing is said where no area was named, or where the directory cannot tell', () => {
  expect(availableLine(null)).toBe('');
  expect(availableLine({ status: 'not-asked' })).toBe('');
  expect(availableLine({ status: 'not-recorded' })).toBe('');
});

test('an option that nobody offers here has no local arrangement recorded, and stays open in law', () => {
  expect(availableLine({ status: 'none-here' })).toBe('No local arrangement recorded');
  expect(availableSays({ status: 'none-here' }, 'Fife')).toBe(
    'No local arrangement is recorded in Fife. That changes nothing in law.',
  );
});

test('services that nobody confirmed say so', () => {
  const two = offered(
    service('Example one', null, 'never-assured'),
    service('Example two', null, 'never-assured'),
  );

  expect(availableLine(two)).toBe('Available here: 2 services, not confirmed');
  expect(availableSays(two, 'Fife')).toBe(
    'Available in Fife: Example one (not confirmed); Example two (not confirmed).',
  );
});

test('the oldest day of check stands for them all, with the worst that is known', () => {
  const three = offered(
    service('Example one', '2026-11-12', 'fresh'),
    service('Example two', '2026-06-01', 'stale'),
    service('Example three', null, 'never-assured'),
  );

  expect(availableLine(three)).toBe(
    'Available here: 3 services, checked 1 June 2026, stale, 1 not confirmed',
  );
});

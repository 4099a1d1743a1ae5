import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { assuranceNames, core, type Assurance, type ServicePage } from '../src/lib/core';
import { pretend } from '../src/lib/core/fake';
import ServiceEntry from '../src/lib/directory/ServiceEntry.svelte';

async function entry(assurance: Assurance): Promise<ServicePage> {
  pretend('open');
  const page = await core.servicePage('pg-caledonian-fife');
  return { ...page, row: { ...page.row, assurance } };
}

test('an entry that nobody confirmed never looks confirmed', async () => {
  render(ServiceEntry, { page: await entry('never-assured') });

  expect(screen.getByText('Not confirmed')).toBeTruthy();
  expect(screen.getByText('Nobody here has confirmed this entry. Phone first.')).toBeTruthy();
  expect(screen.queryByText('Confirmed', { selector: '.tag' })).toBeNull();
});

test.each(['due', 'stale', 'expired', 'in-the-future'] as const)(
  'an entry that is %s says what to do about it',
  async (assurance) => {
    render(ServiceEntry, { page: await entry(assurance) });

    expect(screen.getByText(assuranceNames[assurance].says)).toBeTruthy();
  },
);

test('what the source does not state is said, not left out', async () => {
  const page = await entry('fresh');
  const { service } = page.row;
  const row = { ...page.row, service: { ...service, setting: null, 'source-date': null } };

  render(ServiceEntry, { page: { ...page, row } });

  expect(screen.getAllByText('Not stated in the source').length).toBeGreaterThanOrEqual(2);
});

test('an order that the service works with opens in its menu', async () => {
  const page = await entry('fresh');
  const [option] = page.options.filter(({ menu }) => menu === 'disposals');

  render(ServiceEntry, { page });

  const link = screen.getByRole('link', { name: option?.name ?? 'no option' });
  expect(link.getAttribute('href')).toBe(`#/disposals?id=${option?.id}`);
});

test('a code of the tables that is no option is named and leads nowhere', async () => {
  const page = await entry('fresh');

  render(ServiceEntry, {
    page: { ...page, options: [{ id: 'other', name: 'Another order', menu: null }] },
  });

  expect(screen.getByText('Another order').closest('a')).toBeNull();
});

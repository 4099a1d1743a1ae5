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

async function told(id: string): Promise<ServicePage> {
  pretend('open');
  return core.servicePage(id);
}

const factOf = (name: string) =>
  screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent.trim() ?? '';

test('an entry is in the order in which somebody refers', async () => {
  render(ServiceEntry, { page: await told('demo-recovery-fife') });

  const section = screen.getByRole('region', { name: 'To refer somebody' });
  const names = [...section.querySelectorAll('dt')].map((name) => name.textContent);

  expect(names).toEqual([
    'Who it is for',
    'Not for',
    'Where people live',
    'How to refer',
    'Contact',
    'Referrals',
    'Orders and options',
    'Where',
    'When',
    'Length',
    'Cost',
    'Access',
    'Languages',
    'Evidence',
  ]);
});

test('referrals say how they stand and on which day that was told', async () => {
  render(ServiceEntry, { page: await told('pg-fife-womens-team') });

  expect(factOf('Referrals')).toMatch(/^Waiting list, 6 weeks\. The next group or course begins/);
  expect(factOf('Referrals')).toMatch(/Told on .+, 10 days ago$/);
  expect(factOf('Languages')).toBe('English, Polish');
});

test('what nobody said of referrals is not "open"', async () => {
  render(ServiceEntry, { page: await told('pg-caledonian-fife') });

  expect(factOf('Referrals')).toBe('Referrals not stated. No day is given');
});

test('a contact that is stated can be copied, and one that is not cannot', async () => {
  const { unmount } = render(ServiceEntry, { page: await told('demo-recovery-fife') });
  expect(screen.getByRole('button', { name: 'Copy contact' })).toBeTruthy();
  unmount();

  render(ServiceEntry, { page: await told('pg-caledonian-fife') });

  expect(screen.queryByRole('button', { name: 'Copy contact' })).toBeNull();
});

test('an entry that has ended says that nobody can be referred to it', async () => {
  render(ServiceEntry, { page: await told('pg-fife-drug-court') });

  expect(screen.getByText('This service has ended')).toBeTruthy();
});

import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { core, program, type MeetingTypeRow } from '../src/lib/core';
import { answer } from '../src/lib/core/fake/answer';
import { pretend } from '../src/lib/core/fake';
import { router } from '../src/lib/shared/router.svelte';
import Conferences from '../src/screens/Conferences.svelte';

beforeEach(() => {
  document.body.replaceChildren();
});

test('a conference is of a kind that the edition holds', async () => {
  pretend('open');
  const [held] = await core.meetingTypes();
  if (!held) throw new Error('the edition holds a type of meeting');
  const another: MeetingTypeRow = { ...held, id: 'another', name: 'Another kind of meeting' };
  const added: string[] = [];
  pretend('open', {
    meetingTypes: () => answer([held, another]),
    addConference: (made) => {
      added.push(made['meeting-type']);
      return Promise.resolve({ status: 'error', error: { code: 'not-found' } });
    },
  });
  await program.start();
  const person = userEvent.setup();
  render(Conferences, { params: {}, query: new URLSearchParams({ view: 'new' }) });

  await screen.findByRole('option', { name: 'Another kind of meeting' });
  await person.selectOptions(screen.getByLabelText('Kind of meeting'), 'another');
  await person.type(screen.getByLabelText('Date'), 'fri');
  await person.click(screen.getByRole('button', { name: 'Add conference' }));

  await waitFor(() => expect(added).toEqual(['another']));
});

test('the box goes down to the list, and Enter opens the first conference', async () => {
  pretend('open');
  await program.start();
  router.expect();
  const person = userEvent.setup();
  render(Conferences, { params: {}, query: new URLSearchParams() });
  const box = await screen.findByRole('searchbox', { name: 'Find a conference' });
  expect(document.activeElement).toBe(box);

  await person.keyboard('{ArrowDown}');
  const [first] = screen.getAllByRole('link');
  expect(document.activeElement).toBe(first);
  box.focus();
  await person.keyboard('{Enter}');

  expect(location.hash).toBe(first?.getAttribute('href'));
});

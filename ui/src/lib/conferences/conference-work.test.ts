import { beforeEach, expect, test, vi } from 'vitest';
import { core, type ConferenceRecord } from '$lib/core';
import { pretend } from '$lib/core/fake';
import { firstConferences } from '$lib/core/fake/conferences';
import { undo } from '$lib/shared/undo.svelte';
import { ConferenceWork } from './conference-work.svelte';

let record: ConferenceRecord;

beforeEach(async () => {
  pretend('open');
  const id = firstConferences()[0]?.id ?? '';
  ({ record } = await core.conferencePage(id));
});

const held = async () => (await core.conferencePage(record.id)).record;

test('what is typed while a save runs is saved after it, over the revision it made', async () => {
  const work = new ConferenceWork(record);
  const saves = vi.spyOn(core, 'saveConference');

  work.set({ place: 'Room 3' });
  const first = work.save();
  work.set({ place: 'Room 34' });
  await first;

  expect(saves.mock.calls.map(([sent]) => sent.rev)).toEqual([record.rev, record.rev + 1]);
  expect((await held()).conference.place).toBe('Room 34');
  expect(work.rev).toBe(record.rev + 2);
});

test('a save leaves on its own within a second', async () => {
  vi.useFakeTimers();
  const work = new ConferenceWork(record);

  work.set({ place: 'Room 3' });
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();

  expect((await held()).conference.place).toBe('Room 3');
});

test('two people who change different parts both keep their changes', async () => {
  const work = new ConferenceWork(record);
  await core.saveConference({ ...record, conference: { ...record.conference, place: 'By video' } });

  work.set({ next: '2027-05-11' });
  await work.save();

  const { conference } = await held();
  expect([conference.place, conference.next]).toEqual(['By video', '2027-05-11']);
  expect(work.theirs).toBeNull();
});

test('where both changed the same part nothing is saved until somebody chooses', async () => {
  const work = new ConferenceWork(record);
  await core.saveConference({ ...record, conference: { ...record.conference, place: 'By video' } });

  work.set({ place: 'Room 3', marking: 'OFFICIAL-SENSITIVE' });
  await work.save();

  expect(work.clashes).toEqual(['place']);
  expect((await held()).conference.place).toBe('By video');

  work.settle(['place']);
  await work.save();

  const { conference } = await held();
  expect([conference.place, conference.marking]).toEqual(['By video', 'OFFICIAL-SENSITIVE']);
});

test('a row that was removed comes back to its place, with what was added since', async () => {
  const work = new ConferenceWork(record);
  const titles = () => work.conference.agenda.map(({ title }) => title);
  const before = titles();

  work.remove('agenda', 1);
  work.set({
    agenda: [...work.conference.agenda, { title: 'New', restricted: false, discussion: [] }],
  });
  await work.save();
  undo.take();

  expect(titles()).toEqual([...before, 'New']);
});

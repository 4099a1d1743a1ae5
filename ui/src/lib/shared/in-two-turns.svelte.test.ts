import { expect, test, vi } from 'vitest';
import { InTwoTurns } from './in-two-turns.svelte';

const frames: (() => void)[] = [];

vi.mock('./frames', () => ({
  nextFrame: () => new Promise<void>((drawn) => frames.push(drawn)),
}));

/** Draws the frame that was waited for first. */
async function draw() {
  frames.shift()?.();
  await Promise.resolve();
}

const lines = Array.from({ length: 60 }, (_, at) => at);

test('until it is renewed the whole list is drawn', () => {
  expect(new InTwoTurns().of(lines)).toBe(lines);
});

test('what fits is drawn at once and the rest with the next frame', async () => {
  const turns = new InTwoTurns();

  turns.renew(600);
  expect(turns.of(lines)).toEqual(lines.slice(0, 20));
  await draw();

  expect(turns.of(lines)).toBe(lines);
});

test('some lines are drawn although the height is not known, and a short list is drawn whole', async () => {
  const turns = new InTwoTurns();

  turns.renew(0);

  expect(turns.of(lines)).toHaveLength(12);
  expect(turns.of(lines.slice(0, 12))).toEqual(lines.slice(0, 12));
  await draw();
});

test('the frame of a turn that was overtaken does not draw the rest', async () => {
  const turns = new InTwoTurns();
  turns.renew(600);

  turns.renew(600);
  await draw();
  expect(turns.of(lines)).toHaveLength(20);
  await draw();

  expect(turns.of(lines)).toBe(lines);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Stopped, type Answer, type Draft, type QuestionId, type SavedAnswer } from '$lib/core';
import { live } from '$lib/shared/live.svelte';
import { SaveQueue } from './save-queue.svelte';

const line = (text: string): Answer => ({ kind: 'line', text });
const nothing = { sections: [], flaws: [] };

function draft(answers: Draft['answers'] = {}, rev = 1): Draft {
  const author = { name: 'A. Author', role: 'Social worker', registration: null, office: [] };
  const ids = { id: 'r', case: 'c', form: 'f', 'form-edition': '1', author };
  return { ...ids, rev, answers, 'saved-at': '2026-11-20T10:00:00Z', issued: null };
}

/** A store that others can write to, that takes its time, and that can be full. */
class Store {
  held = draft();
  takes = 20;
  full = false;
  issued = false;
  log: { question: QuestionId; answer: Answer | null; at: number }[] = [];
  running = 0;
  most = 0;

  send = async (rev: number, question: QuestionId, answer: Answer | null): Promise<SavedAnswer> => {
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    await new Promise((resolve) => setTimeout(resolve, this.takes));
    this.running -= 1;
    if (this.full) throw new Stopped({ code: 'disk-full' });
    if (this.issued) return { saved: { outcome: 'issued' }, completeness: nothing };
    if (rev !== this.held.rev) {
      return { saved: { outcome: 'conflict', theirs: this.held }, completeness: nothing };
    }
    this.write(question, answer);
    this.log.push({ question, answer, at: Date.now() });
    const at = this.held['saved-at'];
    return { saved: { outcome: 'done', rev: this.held.rev, at }, completeness: nothing };
  };

  write(question: QuestionId, answer: Answer | null) {
    const { [question]: _before, ...others } = this.held.answers;
    const answers = answer ? { ...others, [question]: answer } : others;
    this.held = draft(answers, this.held.rev + 1);
  }
}

let store: Store;
let shown: [QuestionId, Answer | null][];
let queue: SaveQueue;

beforeEach(() => {
  vi.useFakeTimers();
  store = new Store();
  shown = [];
  queue = new SaveQueue(store.held, {
    send: store.send,
    onsaved: () => undefined,
    onchanged: (...change) => shown.push(change),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('saving while a person writes', () => {
  test('what is put in at the very moment a save ends is sent too', async () => {
    for (let hop = 0; hop < 16; hop += 1) {
      const [first, second] = [`first-${hop}`, `second-${hop}`];
      const quick = new SaveQueue(store.held, {
        send: async (rev, question, answer) => {
          const saved = await store.send(rev, question, answer);
          // So many steps after the answer of the core, something else is put in and flushed.
          let step = Promise.resolve();
          for (let at = 0; at < hop; at += 1) step = step.then(() => undefined);
          if (question === first) {
            void step.then(() => {
              quick.put(second, line('kept'));
              void quick.flush();
            });
          }
          return saved;
        },
        onsaved: () => undefined,
        onchanged: () => undefined,
      });

      quick.put(first, line('kept'));
      void quick.flush();
      await vi.advanceTimersByTimeAsync(2000);

      expect(store.held.answers, `at step ${hop}`).toHaveProperty(second);
      expect(quick.clean).toBe(true);
    }
  });

  test('nothing typed without a pause is unsaved for longer than a second', async () => {
    let text = '';
    let longest = 0;
    store.takes = 300;

    for (let key = 0; key < 800; key += 1) {
      text += String.fromCharCode(97 + (key % 26));
      queue.put('a', line(text));
      await vi.advanceTimersByTimeAsync(125);
      const saved = store.log.at(-1)?.answer;
      const held = saved?.kind === 'line' ? saved.text.length : 0;
      longest = Math.max(longest, (text.length - held) * 125);
    }
    await vi.advanceTimersByTimeAsync(1000);

    expect(longest).toBeLessThanOrEqual(1000 + 125);
    expect(store.held.answers['a']).toEqual(line(text));
  });

  test('a pause of 400 ms saves once', async () => {
    queue.put('a', line('o'));
    queue.put('a', line('on'));
    queue.put('a', line('one'));
    await vi.advanceTimersByTimeAsync(399);
    expect(store.log).toHaveLength(0);

    await vi.advanceTimersByTimeAsync(30);

    expect(store.log.map(({ answer }) => answer)).toEqual([line('one')]);
    expect(queue.clean).toBe(true);
  });

  test('one save is on its way at a time, each with the revision of the last', async () => {
    store.takes = 200;
    for (const question of ['a', 'b', 'c']) queue.put(question, line(question));
    await vi.advanceTimersByTimeAsync(450);
    queue.put('a', line('a again'));
    await vi.advanceTimersByTimeAsync(3000);

    expect(store.most).toBe(1);
    expect(queue.rev).toBe(5);
    expect(store.held.answers).toEqual({ a: line('a again'), b: line('b'), c: line('c') });
  });

  test('what is typed while a save is on its way is kept and saved after it', async () => {
    store.takes = 500;
    queue.put('a', line('first'));
    await vi.advanceTimersByTimeAsync(410);
    queue.put('a', line('first and second'));
    const all = queue.flush();
    await vi.advanceTimersByTimeAsync(1100);

    expect(await all).toBe(true);
    expect(store.held.answers['a']).toEqual(line('first and second'));
  });

  test('a flush saves at once and tells that all is in the store', async () => {
    queue.put('a', line('now'));
    const all = queue.flush();
    await vi.advanceTimersByTimeAsync(25);

    expect(await all).toBe(true);
    expect(store.log).toHaveLength(1);
  });

  test('an answer that is cleared is cleared in the store', async () => {
    queue.put('a', line('said'));
    await vi.advanceTimersByTimeAsync(800);
    queue.put('a', null);
    await vi.advanceTimersByTimeAsync(800);

    expect(store.held.answers).toEqual({});
  });
});

describe('a store that cannot be written', () => {
  test('keeps the text, says so once and at once, and tries again by itself', async () => {
    const alert = vi.spyOn(live, 'alert');
    store.full = true;
    queue.put('a', line('kept'));
    await vi.advanceTimersByTimeAsync(12_000);
    expect(queue.fault).toEqual({ code: 'disk-full' });
    expect(queue.mine.get('a')).toEqual(line('kept'));
    expect(alert).toHaveBeenCalledTimes(1);

    store.full = false;
    await vi.advanceTimersByTimeAsync(6000);

    expect(queue.fault).toBeNull();
    expect(store.held.answers['a']).toEqual(line('kept'));
    expect(queue.clean).toBe(true);
  });

  test('takes what is typed meanwhile, and the newest of it is saved', async () => {
    store.full = true;
    queue.put('a', line('one'));
    await vi.advanceTimersByTimeAsync(1000);
    queue.put('a', line('one two'));
    queue.put('b', line('three'));
    store.full = false;
    const all = queue.flush();
    await vi.advanceTimersByTimeAsync(100);

    expect(await all).toBe(true);
    expect(store.held.answers).toEqual({ a: line('one two'), b: line('three') });
  });

  test('a flush that fails says that not all is in the store', async () => {
    store.full = true;
    queue.put('a', line('kept'));
    const all = queue.flush();
    await vi.advanceTimersByTimeAsync(100);

    expect(await all).toBe(false);
  });
});

describe('two people on one report', () => {
  test('both texts of one question are kept until the author chooses', async () => {
    queue.put('a', line('mine'));
    store.write('a', line('theirs'));
    await vi.advanceTimersByTimeAsync(1000);

    expect(queue.clashes).toEqual([{ question: 'a', mine: line('mine'), theirs: line('theirs') }]);
    expect(store.held.answers['a']).toEqual(line('theirs'));

    queue.put('a', line('mine, and more'));
    expect(queue.clashes[0]?.mine).toEqual(line('mine, and more'));
    const settled = queue.settle('a', line('mine, and more'));
    await vi.advanceTimersByTimeAsync(1000);
    await settled;

    expect(store.held.answers['a']).toEqual(line('mine, and more'));
    expect(queue.clean).toBe(true);
  });

  test('choosing theirs shows it and sends nothing', async () => {
    queue.put('a', line('mine'));
    store.write('a', line('theirs'));
    await vi.advanceTimersByTimeAsync(1000);
    const sent = store.log.length;

    await queue.settle('a', line('theirs'));

    expect(shown.at(-1)).toEqual(['a', line('theirs')]);
    expect(store.log).toHaveLength(sent);
    expect(queue.clean).toBe(true);
  });

  test('what only one of us changed needs no choice', async () => {
    queue.put('a', line('mine'));
    store.write('b', line('theirs'));
    await vi.advanceTimersByTimeAsync(1500);

    expect(queue.clashes).toEqual([]);
    expect(shown).toEqual([['b', line('theirs')]]);
    expect(store.held.answers).toEqual({ a: line('mine'), b: line('theirs') });
  });

  test('no interleaving of writers loses a text', async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    for (let turn = 0; turn < 400; turn += 1) {
      const question = `q${random(3)}`;
      store.takes = random(300);
      if (random(3) === 0) store.write(question, line(`theirs ${turn}`));
      else queue.put(question, line(`mine ${turn}`));
      await vi.advanceTimersByTimeAsync(random(900));
      const last = queue.clashes.find((clash) => random(2) === 0 && clash.mine);
      if (last) void queue.settle(last.question, last.mine);
    }
    await vi.advanceTimersByTimeAsync(20_000);
    const unsaved = [...queue.mine.keys()];

    expect(unsaved.every((asked) => queue.clashes.some((one) => one.question === asked))).toBe(
      true,
    );
    for (const clash of queue.clashes) {
      expect(store.held.answers[clash.question]).toEqual(clash.theirs);
    }
  });

  test('a report issued meanwhile keeps the text on the page and sends nothing more', async () => {
    store.issued = true;
    queue.put('a', line('too late'));
    await vi.advanceTimersByTimeAsync(20_000);

    expect(queue.issued).toBe(true);
    expect(queue.mine.get('a')).toEqual(line('too late'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('a draft opened again takes up what could not be saved before', async () => {
  store.full = true;
  queue.put('a', line('kept'));
  await vi.advanceTimersByTimeAsync(1000);
  store.full = false;

  queue.rewire(store.held, {
    send: store.send,
    onsaved: () => undefined,
    onchanged: (...change) => shown.push(change),
  });
  await vi.advanceTimersByTimeAsync(100);

  expect(store.held.answers['a']).toEqual(line('kept'));
});

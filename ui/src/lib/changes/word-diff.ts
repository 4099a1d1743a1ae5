/** A run of words that both texts hold, or only one of them. */
export interface Run {
  words: string;
  only: boolean;
}

/** What two texts say, each with the words that the other does not hold marked. */
export interface WordDiff {
  before: Run[];
  now: Run[];
}

/** Above this many comparisons the texts count as wholly different: nobody reads such a difference. */
const MOST = 1_000_000;

/** Finds the words that changed between two texts. Nothing of either text is left out. */
export function wordDiff(before: string, now: string): WordDiff {
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  const kept = old.length * fresh.length > MOST ? [] : longestShared(old, fresh);
  const [inOld, inFresh] = [new Set(kept.map(([at]) => at)), new Set(kept.map(([, at]) => at))];
  return { before: runs(old, inOld), now: runs(fresh, inFresh) };
}

/** A word, a number such as 2,500 or s.24D, the mark of what was not checked, or a lone sign. */
const word = /^\s+|(?:\[\?\]|[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*|\S)\s*/gu;

/** A word carries the space after it, so that the runs put together are the text. */
function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/** The longest sequence of words that both hold, as pairs of places. */
function longestShared(old: readonly string[], fresh: readonly string[]): [number, number][] {
  const [a, b] = [old.map(bare), fresh.map(bare)];
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      best[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

const bare = (word: string) => word.trimEnd();

/** Puts neighbouring words of one kind together. */
function runs(words: readonly string[], shared: ReadonlySet<number>): Run[] {
  const found: Run[] = [];
  for (const [at, word] of words.entries()) {
    const only = !shared.has(at);
    const last = found.at(-1);
    if (last?.only === only) last.words += word;
    else found.push({ words: word, only });
  }
  return found;
}

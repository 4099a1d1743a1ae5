import type { EditorState } from 'prosemirror-state';

const end = /[.?!…]+["”’)\]]*(?=\s|$)/g;

/**
 * Finds the sentence at the caret, without its full stop, so that a citation stands before the stop.
 * Just after a sentence, that sentence is meant and not the one to come.
 */
export function sentenceAround(state: EditorState): { from: number; to: number } | null {
  const { $from } = state.selection;
  const found = sentenceIn($from.parent.textContent, $from.parentOffset);
  return found && { from: $from.start() + found.from, to: $from.start() + found.to };
}

/** Finds the sentence at a place in a text. */
export function sentenceIn(text: string, at: number): { from: number; to: number } | null {
  const reached = text.slice(0, at).trimEnd().length;
  const stops = [...text.matchAll(end)];
  const before = stops.findLast((stop) => stop.index + stop[0].length < reached);
  const after = stops.find((stop) => stop.index + stop[0].length >= reached);
  const from = before ? before.index + before[0].length : 0;
  const whole = text.slice(from, after?.index ?? text.length);
  const words = whole.trim();
  if (words === '') return null;
  const start = from + whole.indexOf(words);
  return { from: start, to: start + words.length };
}

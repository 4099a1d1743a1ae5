import { expect, test } from 'vitest';
import type { RichText } from '$lib/core';
import { plainWords, richWords, withPoint } from './plain-words';

const span = (text: string, more = {}) => ({
  text,
  strong: false,
  emphasis: false,
  source: null,
  ...more,
});

test('each line is a paragraph, and dashes make one list', () => {
  const text = richWords('First point.\nSecond point.\n\n- one\n- two\n\n1. a\n2. b', []);

  expect(text.map(({ block }) => block)).toEqual(['paragraph', 'paragraph', 'list', 'list']);
  expect(plainWords(text)).toBe('First point.\n\nSecond point.\n\n- one\n- two\n\n1. a\n2. b');
});

test('a paragraph that did not change keeps its source when another is added', () => {
  const before: RichText = [
    { block: 'paragraph', spans: [span('She has held her tenancy', { source: 2 }), span('.')] },
    { block: 'quotation', spans: [span('It was better than I thought.')] },
  ];

  const after = richWords(`${plainWords(before)}\n\nShe was thanked.`, before);

  expect(after.slice(0, 2)).toEqual(before);
  expect(after).toHaveLength(3);
});

test('a point goes to the end', () => {
  expect(plainWords(withPoint(richWords('One.', []), 'Two.'))).toBe('One.\n\nTwo.');
});

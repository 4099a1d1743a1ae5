import { expect, test } from 'vitest';
import { EditorState, TextSelection } from 'prosemirror-state';
import { DOMParser } from 'prosemirror-model';
import type { RichText } from '$lib/core';
import { cite, formats, stateOf } from './editing';
import { documentOf, plain, textOf } from './rich-text';
import { schema } from './schema';
import { sentenceIn } from './sentence';

const span = (
  text: string,
  more: { strong?: boolean; emphasis?: boolean; source?: number } = {},
) => ({
  text,
  strong: more.strong ?? false,
  emphasis: more.emphasis ?? false,
  source: more.source ?? null,
});
const whole: RichText = [
  { block: 'sub-heading', text: 'Housing' },
  {
    block: 'paragraph',
    spans: [span('She '), span('told', { strong: true, source: 2 }), span(' me', { source: 2 })],
  },
  { block: 'list', ordered: true, items: [[span('first')], [span('second', { emphasis: true })]] },
  { block: 'quotation', spans: [span('It was mine.')] },
  { block: 'list', ordered: false, items: [[span('other')]] },
];

/** A state with the caret after some words of its only paragraph. */
function at(text: string, after: string): EditorState {
  const state = stateOf([{ block: 'paragraph', spans: [span(text)] }]);
  const place = 1 + text.indexOf(after) + after.length;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
}

function after(state: EditorState, ...commands: Parameters<typeof run>[1][]): RichText {
  return textOf(commands.reduce(run, state).doc);
}

function run(state: EditorState, command: (typeof formats)['strong']): EditorState {
  let next = state;
  command(state, (change) => (next = state.apply(change)));
  return next;
}

test('a text survives the editor unchanged', () => {
  expect(textOf(documentOf(whole))).toEqual(whole);
});

test('blocks in which nothing is written are left out', () => {
  const text: RichText = [
    { block: 'paragraph', spans: [span('One.')] },
    { block: 'paragraph', spans: [] },
    { block: 'list', ordered: false, items: [[], [span('two')]] },
  ];

  expect(plain(textOf(documentOf(text)))).toBe('One.\ntwo');
});

test('what is pasted keeps its words and plain structure and loses the rest', () => {
  const page = document.implementation.createHTMLDocument('');
  const part = page.createElement('div');
  const made = new window.DOMParser().parseFromString(
    `<h2 style="color:red">Title</h2><p onclick="x()">A <b>strong</b> <a href="javascript:x()">link</a></p>
     <ul><li><p>one</p><p>two</p></li></ul><img src="x" onerror="x()"><script>x()</script>`,
    'text/html',
  );
  part.append(...made.body.childNodes);

  const read = textOf(DOMParser.fromSchema(schema).parse(part));

  expect(plain(read)).toBe('Title\nA strong link\none\ntwo');
  expect(read.map(({ block }) => block)).toEqual(['sub-heading', 'paragraph', 'list']);
});

test('a source is cited for the sentence at the caret, before its full stop', () => {
  const state = at('He came in. He told me so. I agree.', 'told me so.');

  expect(after(state, cite(3))).toEqual([
    {
      block: 'paragraph',
      spans: [span('He came in. '), span('He told me so', { source: 3 }), span('. I agree.')],
    },
  ]);
  expect(after(state, cite(3), cite(null))).toEqual(textOf(state.doc));
});

test('the sentence at a place is found at its start, middle and end', () => {
  const text = 'One. Two is here! Three';

  const found = [2, 4, 5, 9, 23].map((place) => {
    const range = sentenceIn(text, place);
    return range && text.slice(range.from, range.to);
  });

  expect(found).toEqual(['One', 'One', 'One', 'Two is here', 'Three']);
  expect(sentenceIn('', 0)).toBeNull();
});

test('a list is made, changed and unmade by the same two buttons', () => {
  const state = at('First', 'First');

  expect(after(state, formats.bulleted)).toEqual([
    { block: 'list', ordered: false, items: [[span('First')]] },
  ]);
  expect(after(state, formats.bulleted, formats.numbered)).toEqual([
    { block: 'list', ordered: true, items: [[span('First')]] },
  ]);
  expect(after(state, formats.bulleted, formats.bulleted)).toEqual(textOf(state.doc));
});

import {
  baseKeymap,
  chainCommands,
  setBlockType,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, Plugin, type Command } from 'prosemirror-state';
import type { RichText } from '$lib/core';
import { documentOf } from './rich-text';
import { schema } from './schema';
import { sentenceAround } from './sentence';

const { nodes, marks } = schema;

/** What the format bar can do, in its order. */
export type Format = 'strong' | 'emphasis' | 'subHeading' | 'bulleted' | 'numbered' | 'quotation';

export const formats: Record<Format, Command> = {
  strong: toggleMark(marks.strong),
  emphasis: toggleMark(marks.emphasis),
  subHeading: toggleBlock(nodes.subHeading),
  bulleted: toggleList(false),
  numbered: toggleList(true),
  quotation: toggleBlock(nodes.quotation),
};

/** The formats that hold where the caret is. */
export function formatsAt(state: EditorState): ReadonlySet<Format> {
  const { $from, from, to, empty } = state.selection;
  const here = state.storedMarks ?? $from.marks();
  const marked = (mark: typeof marks.strong) =>
    empty ? mark.isInSet(here) !== undefined : state.doc.rangeHasMark(from, to, mark);
  const list = listAt(state);
  const holds: Record<Format, boolean> = {
    strong: marked(marks.strong),
    emphasis: marked(marks.emphasis),
    subHeading: $from.parent.type === nodes.subHeading,
    bulleted: list?.ordered === false,
    numbered: list?.ordered === true,
    quotation: $from.parent.type === nodes.quotation,
  };
  const all: Format[] = ['strong', 'emphasis', 'subHeading', 'bulleted', 'numbered', 'quotation'];
  return new Set(all.filter((format) => holds[format]));
}

/** The source cited where the caret is. */
export function sourceAt(state: EditorState): number | null {
  const { $from } = state.selection;
  const beside = $from.nodeAfter?.marks ?? $from.nodeBefore?.marks ?? [];
  const cited = marks.citation.isInSet($from.marks()) ?? marks.citation.isInSet(beside);
  const source: unknown = cited?.attrs['source'];
  return typeof source === 'number' ? source : null;
}

/** Cites a source for the words selected, or for the sentence at the caret; `null` takes it away. */
export function cite(source: number | null): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const range = empty ? sentenceAround(state) : { from, to };
    if (!range || !state.selection.$from.parent.type.allowsMarkType(marks.citation)) return false;
    const change = state.tr.removeMark(range.from, range.to, marks.citation);
    if (source !== null) change.addMark(range.from, range.to, marks.citation.create({ source }));
    dispatch?.(change.removeStoredMark(marks.citation).scrollIntoView());
    return true;
  };
}

/** A fresh state for a text. */
export function stateOf(text: RichText): EditorState {
  return EditorState.create({ doc: documentOf(text), plugins });
}

function listAt(state: EditorState): { ordered: boolean; at: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === nodes.list) {
      return { ordered: node.attrs['ordered'] === true, at: $from.before(depth) };
    }
  }
  return null;
}

function toggleBlock(type: NodeType): Command {
  return (state, dispatch) => {
    if (listAt(state)) return false;
    const wanted = state.selection.$from.parent.type === type ? nodes.paragraph : type;
    return setBlockType(wanted)(state, dispatch);
  };
}

function toggleList(ordered: boolean): Command {
  const wrap = wrapInList(nodes.list, { ordered });
  return (state, dispatch) => {
    const list = listAt(state);
    if (list?.ordered === ordered) return liftListItem(nodes.listItem)(state, dispatch);
    if (list) {
      dispatch?.(state.tr.setNodeMarkup(list.at, null, { ordered }));
      return true;
    }
    return wrap(state, dispatch);
  };
}

/** At the start of a sub-heading or quotation, back to a paragraph; of a list's item, out of it. */
const plainer: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (listAt(state)) return liftListItem(nodes.listItem)(state, dispatch);
  if ($from.parent.type === nodes.paragraph) return false;
  return setBlockType(nodes.paragraph)(state, dispatch);
};

/** An item of a list is one paragraph, as it is kept: another one becomes another item. */
const oneParagraphAnItem = new Plugin({
  appendTransaction: (changes, _before, state) => {
    if (!changes.some((change) => change.docChanged)) return null;
    const change = state.tr;
    state.doc.descendants((node, at) => {
      if (node.type !== nodes.listItem || node.childCount < 2) return;
      let inside = at + 1;
      node.forEach((paragraph, _offset, index) => {
        if (index > 0) change.split(change.mapping.map(inside));
        inside += paragraph.nodeSize;
      });
    });
    return change.docChanged ? change : null;
  },
});

const plugins = [
  history(),
  keymap({
    'Mod-z': undo,
    'Mod-Shift-z': redo,
    'Mod-y': redo,
    Enter: splitListItem(nodes.listItem),
    'Shift-Enter': chainCommands(splitListItem(nodes.listItem), splitBlock),
    Backspace: plainer,
  }),
  keymap(baseKeymap),
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-•*]\s$/, nodes.list, { ordered: false }),
      wrappingInputRule(/^1[.)]\s$/, nodes.list, { ordered: true }),
    ],
  }),
  oneParagraphAnItem,
];

/** Where the caret stood, or what was selected, inside one box. */
export type Caret =
  { in: 'field'; from: number; to: number } | { in: 'text'; from: Spot; to: Spot };

/** A place in written text: the child to take at each step from the box, then how far into it. */
interface Spot {
  path: number[];
  offset: number;
}

/** Gives the caret of the box that has the focus, where it has one. */
export function caretOf(box: Element | null): Caret | null {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) {
    const { selectionStart: from, selectionEnd: to } = box;
    return from === null || to === null ? null : { in: 'field', from, to };
  }
  const selection = getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !box || !anchorNode || !focusNode) return null;
  const from = spotOf(box, anchorNode, selection.anchorOffset);
  const to = spotOf(box, focusNode, selection.focusOffset);
  return box.getAttribute('contenteditable') === 'true' && from && to
    ? { in: 'text', from, to }
    : null;
}

/** Puts the caret back into a box that has the focus; a place that is no longer there is left. */
export function putCaret(box: HTMLElement, caret: Caret): void {
  if (caret.in === 'field') {
    if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) {
      box.setSelectionRange(caret.from, caret.to);
    }
    return;
  }
  const [from, to] = [nodeAt(box, caret.from), nodeAt(box, caret.to)];
  if (from && to) getSelection()?.setBaseAndExtent(from, caret.from.offset, to, caret.to.offset);
}

function spotOf(box: Element, node: Node, offset: number): Spot | null {
  const path: number[] = [];
  for (let at: Node = node; at !== box;) {
    const above = at.parentNode;
    if (!above) return null;
    path.unshift([...above.childNodes].findIndex((child) => child === at));
    at = above;
  }
  return { path, offset };
}

function nodeAt(box: Node, { path, offset }: Spot): Node | null {
  let at: Node = box;
  for (const step of path) {
    const below = at.childNodes[step];
    if (!below) return null;
    at = below;
  }
  const length = at instanceof Text ? at.length : at.childNodes.length;
  return offset <= length ? at : null;
}

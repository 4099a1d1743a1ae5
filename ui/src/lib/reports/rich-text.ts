import type { RichBlock, RichSpan, RichText } from '$lib/core';
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from './schema';

const { nodes, marks } = schema;

/** Gives the editor's document of a text. An empty text is one empty paragraph. */
export function documentOf(text: RichText): Node {
  const blocks = text.map(nodeOf);
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
}

/** Gives the text of the editor's document. Blocks in which nothing is written are left out. */
export function textOf(document: Node): RichText {
  const blocks: RichText = [];
  document.forEach((node) => {
    const block = blockOf(node);
    if (block) blocks.push(block);
  });
  return blocks;
}

/** Gives the words of a text without their manner, a line for each block or item. */
export function plain(text: RichText): string {
  const words = (spans: RichSpan[]) => spans.map((span) => span.text).join('');
  return text
    .flatMap((block) => {
      if (block.block === 'sub-heading') return [block.text];
      return block.block === 'list' ? block.items.map(words) : [words(block.spans)];
    })
    .join('\n');
}

function nodeOf(block: RichBlock): Node {
  switch (block.block) {
    case 'paragraph':
      return nodes.paragraph.create(null, inline(block.spans));
    case 'quotation':
      return nodes.quotation.create(null, inline(block.spans));
    case 'sub-heading':
      return nodes.subHeading.create(null, block.text ? schema.text(block.text) : null);
    case 'list': {
      const items = block.items.map((spans) =>
        nodes.listItem.create(null, nodes.paragraph.create(null, inline(spans))),
      );
      const empty = nodes.listItem.create(null, nodes.paragraph.create());
      return nodes.list.create({ ordered: block.ordered }, items.length > 0 ? items : [empty]);
    }
  }
}

function inline(spans: RichSpan[]): Fragment {
  return Fragment.from(
    spans.filter((span) => span.text !== '').map((span) => schema.text(span.text, marksOf(span))),
  );
}

function marksOf(span: RichSpan): Mark[] {
  return [
    ...(span.source === null ? [] : [marks.citation.create({ source: span.source })]),
    ...(span.strong ? [marks.strong.create()] : []),
    ...(span.emphasis ? [marks.emphasis.create()] : []),
  ];
}

function blockOf(node: Node): RichBlock | null {
  if (node.textContent.trim() === '') return null;
  if (node.type === nodes.subHeading) return { block: 'sub-heading', text: node.textContent };
  if (node.type === nodes.quotation) return { block: 'quotation', spans: spansOf(node) };
  if (node.type === nodes.list) {
    return { block: 'list', ordered: node.attrs['ordered'] === true, items: itemsOf(node) };
  }
  return { block: 'paragraph', spans: spansOf(node) };
}

function itemsOf(list: Node): RichSpan[][] {
  const items: RichSpan[][] = [];
  list.descendants((node) => {
    if (node.isTextblock && node.textContent.trim() !== '') items.push(spansOf(node));
  });
  return items;
}

function spansOf(block: Node): RichSpan[] {
  const spans: RichSpan[] = [];
  block.forEach((node) => {
    const source: unknown = marks.citation.isInSet(node.marks)?.attrs['source'];
    spans.push({
      text: node.text ?? '',
      strong: marks.strong.isInSet(node.marks) !== undefined,
      emphasis: marks.emphasis.isInSet(node.marks) !== undefined,
      source: typeof source === 'number' ? source : null,
    });
  });
  return spans;
}

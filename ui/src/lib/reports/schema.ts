import { Schema } from 'prosemirror-model';

/**
 * What an author can write: the tree of `RichText` and nothing else, so that what is pasted keeps its
 * words and its plain structure and loses the rest.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'text*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    subHeading: {
      group: 'block',
      content: 'text*',
      marks: '',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p.sub-heading'].map((tag) => ({ tag })),
      // The page's headings stand outside the box: inside it this is text that looks like one.
      toDOM: () => ['p', { class: 'sub-heading' }, 0],
    },
    quotation: {
      group: 'block',
      content: 'text*',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    list: {
      group: 'block',
      content: 'listItem+',
      attrs: { ordered: { default: false, validate: 'boolean' } },
      parseDOM: [
        { tag: 'ul', attrs: { ordered: false } },
        { tag: 'ol', attrs: { ordered: true } },
      ],
      toDOM: (node) => [node.attrs['ordered'] === true ? 'ol' : 'ul', 0],
    },
    listItem: {
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    text: {},
  },
  marks: {
    // First, so that one citation holds together what is strong and what is not.
    citation: {
      attrs: { source: { validate: 'number' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'span[data-source]',
          getAttrs: (span) => {
            const source = Number(span.dataset['source']);
            return Number.isInteger(source) && source > 0 ? { source } : false;
          },
        },
      ],
      toDOM: (mark) => ['span', { class: 'cited', 'data-source': String(mark.attrs['source']) }, 0],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
    emphasis: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }],
      toDOM: () => ['em', 0],
    },
  },
});

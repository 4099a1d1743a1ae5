import type { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { keyboard, type RichText } from '$lib/core';
import { same } from '$lib/shared/three-way';
import { cite, formats, formatsAt, sourceAt, stateOf, type Format } from './editing';
import { documentOf, textOf } from './rich-text';

/** What an editor is given when it appears. */
export interface Place {
  id: string;
  attributes: Record<string, string>;
  text: RichText;
  onchange: (text: RichText) => void;
}

/** An editor on the page. */
export interface Mounted {
  /** Shows a text that was changed elsewhere; its own changes come back and are passed over. */
  take: (text: RichText) => void;
  remove: () => void;
}

/** The editors of one report, and the one that was last written in: the format bar acts on it. */
export class Editors {
  active = $state.raw<EditorView | null>(null);
  /** The formats that hold at the caret. */
  holding = $state.raw<ReadonlySet<Format>>(new Set());
  /** The source cited at the caret. */
  citing = $state<number | null>(null);
  /** Undo and caret of the editors that are not on the page, kept until the report is left. */
  #left = new Map<string, EditorState>();

  mount(element: HTMLElement, place: Place): Mounted {
    let given = place.text;
    const left = this.#left.get(place.id);
    const fits = left !== undefined && same(textOf(left.doc), given);
    const view = new EditorView(element, {
      state: fits ? left : stateOf(given),
      attributes: place.attributes,
      transformPastedHTML: plainer,
      dispatchTransaction: (change) => {
        view.updateState(view.state.apply(change));
        if (change.docChanged && !change.getMeta('taken')) {
          given = textOf(view.state.doc);
          place.onchange(given);
        }
        if (this.active === view) this.#note(view);
      },
      handleDOMEvents: {
        // An editor takes every Enter for its own, and so the key that finishes the report.
        keydown: (_view, event) => keyboard.has(event),
        focus: () => {
          this.active = view;
          this.#note(view);
        },
      },
    });
    return {
      take: (text) => {
        if (text === given || same(text, textOf(view.state.doc))) return;
        given = text;
        const whole = documentOf(text).content;
        const { tr, doc } = view.state;
        view.dispatch(tr.replaceWith(0, doc.content.size, whole).setMeta('taken', true));
      },
      remove: () => {
        this.#left.set(place.id, view.state);
        if (this.active === view) this.active = null;
        view.destroy();
      },
    };
  }

  /** Puts a format on what is selected in the active editor, or takes it off. */
  format(format: Format): void {
    const view = this.active;
    if (!view) return;
    formats[format](view.state, (change) => {
      view.dispatch(change);
    });
    // Taking the focus again would forget the format that the next letter is to have.
    if (!view.hasFocus()) view.focus();
  }

  /** Cites a source in the active editor. */
  cite(source: number | null): boolean {
    const view = this.active;
    if (!view) return false;
    const done = cite(source)(view.state, (change) => {
      view.dispatch(change);
    });
    view.focus();
    return done;
  }

  #note(view: EditorView): void {
    const holding = formatsAt(view.state);
    const before = this.holding;
    const moved = [...holding].some((format) => !before.has(format));
    if (moved || holding.size !== before.size) this.holding = holding;
    this.citing = sourceAt(view.state);
  }
}

/** Keeps words apart that only a line break or the edge of a cell parted. */
function plainer(html: string): string {
  return html.replace(/<br\s*\/?>|<\/t[dh]>/gi, ' ');
}

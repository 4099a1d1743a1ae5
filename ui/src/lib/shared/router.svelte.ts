import { tick } from 'svelte';
import { caretOf, putCaret, type Caret } from './caret';

/** Where the page is: a path such as `directory/pg-fife` and what the screen keeps beside it. */
export interface Place {
  path: string;
  query: URLSearchParams;
}

/** What a screen looked like when it was left. */
interface Left {
  scroll: number;
  /** How far each of its panes was scrolled, in their order. */
  panes: number[];
  focus: string;
  caret: Caret | null;
}

/** Writes the address of a place, for links. */
export function href(path: string, query: Record<string, string> = {}): string {
  const words = new URLSearchParams(query).toString();
  return `#/${path}${words ? `?${words}` : ''}`;
}

function readPlace(): Place {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path: decodeURIComponent(path), query: new URLSearchParams(query) };
}

/** The router: the hash is the place; back and forward keep scroll and focus. */
class Router {
  place = $state.raw<Place>(readPlace());
  /** Counts the arrivals: a screen starts afresh with each. */
  visit = $state(0);
  #key = '0';
  #next = 1;
  #left = new Map<string, Left>();
  #returning: Left | null = null;
  /** Whether a screen has been gone to and its heading has not yet taken the focus. */
  #arriving = true;
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    history.scrollRestoration = 'manual';
    this.#claim();
    addEventListener('popstate', () => {
      this.#moved();
    });
  }

  /** Goes to a place; back returns from it. */
  go(path: string, query: Record<string, string> = {}): void {
    const address = href(path, query);
    if (address === location.hash) return;
    this.#write();
    this.#leave();
    history.pushState(null, '', address);
    this.#claim();
    this.#arrive(null);
  }

  /** Whether the screen that appears is one come back to: its focus and caret are put back. */
  get returning(): boolean {
    return this.#returning !== null;
  }

  /** Remembers scroll, focus and caret before the screen is taken away, as by locking. */
  remember(): void {
    this.#leave();
  }

  /** Expects a screen to appear without a navigation, as after unlocking: at the same place. */
  expect(): void {
    this.#returning = this.#left.get(this.#key) ?? null;
    this.#arriving = true;
  }

  /** Keeps what the screen shows beside its path, without a new entry to go back through. */
  keep(query: Record<string, string | null>): void {
    const all = new URLSearchParams(this.place.query);
    for (const [name, value] of Object.entries(query)) {
      if (value === null || value === '') all.delete(name);
      else all.set(name, value);
    }
    if (all.toString() === this.place.query.toString()) return;
    this.place = { path: this.place.path, query: all };
    // Webviews refuse more than a hundred of these in ten seconds; typing is faster.
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => {
      this.#write();
    }, 250);
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }

  /** Called by a screen's heading or first box when it appears: takes the focus if it is due. */
  appeared(target: HTMLElement): void {
    if (!this.#arriving) return;
    this.#arriving = false;
    const returning = this.#returning;
    if (returning) void this.#restore(returning, target);
    else target.focus({ preventScroll: true });
  }

  #write(): void {
    clearTimeout(this.#writing);
    const { path, query } = this.place;
    // A link was followed, of which the window has not told yet: its address stays.
    if (readPlace().path !== path) return;
    history.replaceState({ key: this.#key }, '', href(path, Object.fromEntries(query)));
  }

  #moved(): void {
    clearTimeout(this.#writing);
    const state: unknown = history.state;
    const known =
      typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : null;
    this.#leave();
    if (known === null) this.#claim();
    else this.#key = known;
    this.#arrive(known === null ? null : (this.#left.get(known) ?? null));
  }

  #claim(): void {
    this.#key = `${Date.now()}-${this.#next++}`;
    history.replaceState({ key: this.#key }, '');
  }

  #leave(): void {
    const scroller = document.querySelector('[data-scroller]');
    const focused = document.activeElement;
    this.#left.set(this.#key, {
      scroll: (scroller?.scrollTop ?? 0) || scrollY,
      panes: panes().map((pane) => pane.scrollTop),
      focus: focused?.id ?? '',
      caret: caretOf(focused),
    });
    // A field gives what was typed in it when it is left, and taking it away is not leaving it.
    if (focused instanceof HTMLElement) focused.blur();
  }

  #arrive(returning: Left | null): void {
    this.#returning = returning;
    this.#arriving = true;
    if (!returning) {
      document.querySelector('[data-scroller]')?.scrollTo(0, 0);
      scrollTo(0, 0);
    }
    this.place = readPlace();
    this.visit += 1;
  }

  /** Puts scroll and focus back, waiting up to a second for what is still being fetched. */
  async #restore(left: Left, target: HTMLElement): Promise<void> {
    const key = this.#key;
    const started = performance.now();
    while (performance.now() - started < 1000 && key === this.#key) {
      await tick();
      const scroller = document.querySelector('[data-scroller]');
      scroller?.scrollTo(0, left.scroll);
      scrollTo(0, left.scroll);
      for (const [at, pane] of panes().entries()) pane.scrollTop = left.panes[at] ?? 0;
      const focus = left.focus ? document.getElementById(left.focus) : target;
      const there = (scroller?.scrollTop ?? 0) || scrollY;
      if (focus && Math.abs(there - left.scroll) < 2) {
        focus.focus({ preventScroll: true });
        if (left.caret && focus !== target) putCaret(focus, left.caret);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    if (key === this.#key) target.focus({ preventScroll: true });
  }
}

const panes = () => [...document.querySelectorAll('[data-pane]')];

export const router = new Router();

/** Titles the window: "Page – item – Sederunt". */
export function titleWindow(page: string, item?: string): void {
  document.title = [page, item, 'Sederunt'].filter(Boolean).join(' – ');
}

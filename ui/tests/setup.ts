import { configure } from '@testing-library/dom';

configure({ asyncUtilTimeout: 20_000 });

// jsdom has no <dialog> methods and no ResizeObserver; the page uses both.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.show ??= function show() {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
HTMLElement.prototype.scrollIntoView ??= function scrollIntoView() {
  // Nothing scrolls in jsdom.
};
window.matchMedia ??= (query: string) => {
  const list = new EventTarget();
  return Object.assign(list, {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
};
globalThis.ResizeObserver ??= class {
  observe() {
    // Nothing has a size in jsdom.
  }
  unobserve() {
    // Nothing has a size in jsdom.
  }
  disconnect() {
    // Nothing has a size in jsdom.
  }
};
Element.prototype.scrollTo ??= function scrollTo() {
  // Nothing scrolls in jsdom.
};
window.scrollTo = () => {
  // Nothing scrolls in jsdom.
};

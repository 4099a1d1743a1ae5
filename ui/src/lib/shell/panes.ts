/** What had the focus in a pane when F6 left it: F6 comes back there. */
const left = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the next pane of the screen: every element marked `data-pane`, in order. */
export function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null,
  );
  const focused = document.activeElement;
  const at = panes.findLastIndex((pane) => pane.contains(focused));
  const here = panes[at];
  if (here && focused instanceof HTMLElement) left.set(here, focused);
  const next = panes.at((at + by + panes.length) % panes.length);
  if (!next) return;
  const before = left.get(next);
  const first = next.querySelector<HTMLElement>(
    'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])',
  );
  if (before && next.contains(before)) before.focus();
  else (next.tabIndex >= 0 || !first ? next : first).focus();
}

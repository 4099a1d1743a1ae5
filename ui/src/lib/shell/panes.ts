/** Moves the focus to the next pane of the screen: every element marked `data-pane`, in order. */
export function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null,
  );
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((at + by + panes.length) % panes.length);
  if (!next) return;
  const first = next.querySelector<HTMLElement>(
    'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])',
  );
  (next.tabIndex >= 0 || !first ? next : first).focus();
}

/** A window that is not on the screen draws no frames: it is not waited for longer than this. */
const patience = 50;

/** Waits until what stands on the page now is drawn. */
export function nextFrame(): Promise<void> {
  return new Promise((go) => {
    const late = setTimeout(go, patience);
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(late);
        go();
      });
    });
  });
}

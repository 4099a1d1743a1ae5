/**
 * Shows a dialog; gives the function that closes it. The dialog may be out of the page by then, and
 * the browser would leave the focus on nothing: it goes back to what had it, unless it moved on.
 */
export function showModal(dialog: HTMLDialogElement | undefined): () => void {
  const from = document.activeElement;
  dialog?.showModal();
  return () => {
    const on = document.activeElement;
    const lost = on === null || on === document.body || dialog?.contains(on) === true;
    dialog?.close();
    if (lost && from instanceof HTMLElement && from.isConnected) from.focus();
  };
}

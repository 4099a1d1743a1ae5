/** Puts words on the clipboard. It needs no permission: the page answers its own copy event. */
export function copyText(words: string): void {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', words);
  };
  document.addEventListener('copy', fill, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
}

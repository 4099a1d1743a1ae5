(kept) => {
  // Before anything is painted: so that a dark window never flashes white. The page does the same
  // again once it runs, and from then on.
  const dress = () => {
    const root = document.documentElement;
    if (!root) return false;
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = kept.theme === 'system' ? (dark ? 'dark' : 'light') : kept.theme;
    root.dataset.density = kept.density;
    root.style.fontSize = `${kept['text-size']}%`;
    return true;
  };
  if (dress()) return;
  const watch = new MutationObserver(() => dress() && watch.disconnect());
  watch.observe(document, { childList: true });
}

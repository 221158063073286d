/** Applies other style sheets. The old ones stay until the new ones are loaded, so that nothing flashes. */
export async function useStylesheets(urls: readonly string[]): Promise<void> {
  const old = [...document.querySelectorAll<HTMLLinkElement>('link[data-look]')];
  if (old.map(({ href }) => href).join(' ') === urls.join(' ')) return;
  const links = urls.map((url) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.dataset.look = '';
    link.href = url;
    return link;
  });
  const loaded = links.map(
    (link) =>
      new Promise<void>((resolve) => {
        link.addEventListener('load', () => resolve());
        link.addEventListener('error', () => resolve());
      }),
  );
  document.head.append(...links);
  await Promise.all(loaded);
  for (const link of old) link.remove();
}

/** What a user's mouse does on a slide, apart from reveal.js's own controls. */
export interface GestureHandlers {
  /** A double click on something: the user wants its source. */
  source(element: Element): void;
  /** A click on a link. */
  link(href: string): void;
  /** A click on the progress bar, at this fraction of its width. */
  progress(share: number): void;
}

export function onGestures(reveal: HTMLElement, handlers: GestureHandlers): void {
  reveal.addEventListener('dblclick', ({ target }) => {
    if (target instanceof Element) handlers.source(target);
  });
  // Before other listeners: links must not navigate the page, or be opened by VS Code unasked.
  const intercept = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a, area') : null;
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const href = link.getAttribute('href');
    if (event.type === 'click' && href) handlers.link(href);
  };
  const onProgress = (event: MouseEvent) => {
    const bar = event.target instanceof Element ? event.target.closest('.progress') : null;
    if (!bar) return;
    event.stopImmediatePropagation();
    const { left, width } = bar.getBoundingClientRect();
    handlers.progress((event.clientX - left) / width);
  };
  window.addEventListener('click', onProgress, true);
  window.addEventListener('click', intercept, true);
  window.addEventListener('auxclick', intercept, true);
}

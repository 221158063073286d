/**
 * Removes `inert` from the slides, which reveal.js uses to keep the Tab key away from those that are not
 * shown: the page's style does so by visibility. This way slides have the attributes that their author and
 * HedgeDoc's reveal.js give them, and no others.
 */
export function withoutInert(slides: Element): void {
  const changes = new MutationObserver((records) => {
    for (const { target } of records) (target as Element).removeAttribute('inert');
  });
  changes.observe(slides, { subtree: true, attributeFilter: ['inert'] });
}

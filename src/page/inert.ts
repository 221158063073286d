/**
 * Takes `inert` off the slides, by which reveal.js keeps the Tab key away from those that are not shown: the page's
 * style does so by visibility. Slides so carry the attributes that their author and HedgeDoc's reveal.js give them,
 * and nothing else.
 */
export function withoutInert(slides: Element): void {
  const changes = new MutationObserver((records) => {
    for (const { target } of records) (target as Element).removeAttribute('inert');
  });
  changes.observe(slides, { subtree: true, attributeFilter: ['inert'] });
}

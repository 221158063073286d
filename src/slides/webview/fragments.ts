import type { RevealApi } from 'reveal.js';

/**
 * Shows a slide's fragments up to this one. If they are shown already, reveal.js need not examine the whole
 * deck.
 */
export function showFragments(deck: RevealApi, section: HTMLElement, last: number): void {
  const fragments = [...section.querySelectorAll<HTMLElement>('.fragment')];
  const stand = fragments.every(({ classList, dataset }) => {
    const index = Number(dataset.fragmentIndex);
    return (
      classList.contains('visible') === index <= last &&
      classList.contains('current-fragment') === (index === last)
    );
  });
  if (!stand) deck.navigateFragment(last);
}

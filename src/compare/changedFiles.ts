import type { ChangedFiles, Render } from '../core/compare/changedFiles';
import type { Deck } from '../core/deck/deck';
import type { RenderedSlide } from '../core/render/rendered';
import type { Side } from './side';

/** Counts the revisions of a file of today: an address with another one is the same file. */
const REVISION = /\?v=\d+/g;

/** The files that have changed since the earlier version, and the slides as the page shows them. */
export function changedFiles(
  [before, after]: readonly [Side, Side],
  decks: { readonly before: Deck; readonly after: Deck },
): ChangedFiles {
  const render = (side: Side, deck: Deck): Render => {
    return async (slides) => (await side.rendered(deck, slides)).map(withoutRevisions);
  };
  return {
    names: before.past.folders?.changedNames ?? [],
    before: render(before, decks.before),
    after: render(after, decks.after),
  };
}

function withoutRevisions({ html, attributes, verticalSlides }: RenderedSlide): RenderedSlide {
  const entries = Object.entries(attributes).map(([name, value]) => [name, value.replace(REVISION, '')]);
  return {
    html: html.replace(REVISION, ''),
    attributes: Object.fromEntries(entries),
    verticalSlides,
  };
}

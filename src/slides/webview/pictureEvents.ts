import type { DeckView } from './deckView';
import { showNotLoaded } from './pictures';

/** What becomes of the pictures and videos of the page's decks. */
export function followPictures(views: readonly DeckView[]): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLImageElement) showNotLoaded(target);
      if (target instanceof HTMLSourceElement) for (const view of views) view.onSourceFailed(target);
    },
    true,
  );
  // A picture changes the height of its slide when it arrives.
  document.addEventListener(
    'load',
    ({ target }) => {
      for (const view of views) view.onPictureLoaded(target);
    },
    true,
  );
}

import type * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { moveSlides, type Place } from '../core/deck/editDeck';
import type { DeckEdits } from '../services/deckEdits';
import type { DeckFeed } from './deckFeed';
import type { MoveMessage, MovePlace } from './messages';

/** Moves a slide as it was dragged in the page. Refused where the deck is not the one any more that the page knows. */
export async function moveSlide(
  { id, target, where }: MoveMessage,
  feed: DeckFeed,
  document: vscode.TextDocument,
  edits: DeckEdits,
): Promise<void> {
  const { deck } = feed;
  const slide = feed.slideOf(id);
  const beside = feed.slideOf(target);
  if (!slide || !beside) return;
  await edits.apply(document, (now, options) =>
    now === deck ? moveSlides(now, [slide.index], placeOf(beside, where), options) : { refusal: 'changed' },
  );
}

function placeOf({ index, h }: Slide, where: MovePlace): Place {
  switch (where) {
    case 'above':
      return { before: index };
    case 'below':
      return { after: index };
    case 'left':
      return { column: h };
    case 'right':
      return { column: h + 1 };
  }
}

import type * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { type Destination, moveSlides, placeTowards } from '../core/edit/editDeck';
import type { DeckEdits } from '../services/deckEdits';
import type { MoveMessage, MovePlace, SlideId, StepMessage } from '../slides/messages';

/** Finds a slide of the page in the current deck; undefined if it is gone. */
export type FindSlide = (deck: Deck, id: SlideId) => Slide | undefined;

/** Moves a slide as it was dragged in the page, or moved there by a key. */
export async function moveSlide(
  message: MoveMessage | StepMessage,
  find: FindSlide,
  document: vscode.TextDocument,
  edits: DeckEdits,
): Promise<void> {
  await edits.apply(document, (deck, options) => {
    const slide = find(deck, message.id);
    const place = slide && placeOf(message, deck, slide, find);
    if (!slide || place === undefined) return { refusal: 'changed' };
    return place && moveSlides(deck, [slide.index], place, options);
  });
}

/** Null if there is no such place, undefined if it is gone. */
function placeOf(
  message: MoveMessage | StepMessage,
  deck: Deck,
  slide: Slide,
  find: FindSlide,
): Destination | null | undefined {
  if (message.type === 'step') return placeTowards(deck, slide, message.direction);
  const beside = find(deck, message.target);
  return beside && placeBeside(beside, message.where);
}

function placeBeside({ index, h }: Slide, where: MovePlace): Destination {
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

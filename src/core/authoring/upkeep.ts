// What keeps a deck in order and needs its markdown read for it; in the extension a bundle that is loaded when used.
import { type Config, DEFAULT_CONFIG } from '../config/config';
import type { Deck, Span } from '../deck/deck';
import { markupOf } from '../deck/markup';
import { type Retargeting, retargetReferences } from '../deck/retargetReferences';
import type { TextEdit } from '../deck/textEdits';
import { deckReferences } from '../lint/references';
import type { LintedSlide } from '../lint/rule';
import { type EarlierCall, readCall } from './earlierCall';
import { type TeamReport, teamReports } from './teamReports';

export { pictureFacts } from '../lint/pictureFacts';
export { parseSize, pictureAt, writeSize } from './pictureSize';

/** The edits of a deck after which all it names is found, when it or what it names moves. */
export function retargetDeck(deck: Deck, retargeting: Retargeting): TextEdit[] {
  return retargetReferences(deck.text, deckReferences(deck, slidesOf(deck), DEFAULT_CONFIG), retargeting);
}

/** Nobody gives a talk with more; to read them all would take seconds. */
const MAX_SLIDES = 1000;

/** What each team reports in a deck; nothing of decks with more than 1000 slides. */
export function reportsOf(deck: Deck, config: Config): TeamReport[] {
  return deck.slides.length > MAX_SLIDES ? [] : teamReports(slidesOf(deck), config);
}

/** What a deck has to offer to the next one; nothing of decks with more than 1000 slides. */
export function callOf(deck: Deck, config: Config): EarlierCall {
  const isTooLong = deck.slides.length > MAX_SLIDES;
  return isTooLong ? { presenters: [], teams: [], pictures: [] } : readCall(deck, slidesOf(deck), config);
}

function slidesOf(deck: Deck): LintedSlide[] {
  return deck.slides.map((slide) => ({
    slide,
    get markup() {
      return markupOf(slide.content, deck.dialect);
    },
    at: ({ start, end }: Span) => ({ start: slide.span.start + start, end: slide.span.start + end }),
  }));
}

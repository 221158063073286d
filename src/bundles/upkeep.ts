// What sizes pictures, finds teams' sections, keeps references intact, archives what decks show, and makes notes of decks
// and decks of notes.

import { addressOf, deckSource } from '../core/archive/remoteFiles';
import { type EarlierCall, readCall } from '../core/community/earlierCall';
import { type TeamReport, teamReports } from '../core/community/teamReports';
import { type Config, DEFAULT_CONFIG } from '../core/config/config';
import type { Deck } from '../core/deck/deck';
import { type Retargeting, retargetReferences } from '../core/edit/retargetReferences';
import { deckReferences } from '../core/markup/deckReferences';
import { markedSlides } from '../core/markup/markedSlide';
import type { TextEdit } from '../core/text/textEdits';

export { archiveFiles } from '../core/archive/archive';
export { planArchive } from '../core/archive/plan';
export { deckSource, namedSheets, sheetSource } from '../core/archive/remoteFiles';
export { rewriteReferences } from '../core/archive/rewrite';
export { parseSize, pictureAt, writeSize } from '../core/authoring/pictures/pictureSize';
export { pictureFacts } from '../core/files/pictureFacts';
export { noteAsHere } from '../core/hedgedoc/noteAsHere';
export { changesAt, changesBetween, takeOver } from '../core/hedgedoc/noteChanges';
export { noteFileName } from '../core/hedgedoc/noteFileName';
export { outgoingNote } from '../core/hedgedoc/outgoingNote';

/** The edits to a deck that keep everything it names reachable when it or what it names moves. */
export function retargetDeck(deck: Deck, retargeting: Retargeting): TextEdit[] {
  return retargetReferences(deck.text, deckReferences(deck, markedSlides(deck), DEFAULT_CONFIG), retargeting);
}

/** The addresses of what a deck shows from other servers. */
export function remoteAddresses(deck: Deck, config: Config): string[] {
  return deckSource(deck, 'deck.md', config).references.map(addressOf);
}

/** Nobody gives a talk with more; reading them all would take seconds. */
const MAX_SLIDES = 1000;

/** What each team reports in a deck; nothing for decks with more than 1000 slides. */
export function reportsOf(deck: Deck, config: Config): TeamReport[] {
  return deck.slides.length > MAX_SLIDES ? [] : teamReports(markedSlides(deck), config);
}

/** What a deck offers to the next one; nothing for decks with more than 1000 slides. */
export function callOf(deck: Deck, config: Config): EarlierCall {
  const isTooLong = deck.slides.length > MAX_SLIDES;
  return isTooLong ? { presenters: [], teams: [], pictures: [] } : readCall(deck, markedSlides(deck), config);
}

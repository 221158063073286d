import { fileNameOf } from '../community/callDays';
import { dayOfFile } from '../community/dates';
import { meetingDates, titleSlide } from '../community/slideDates';
import type { Deck } from '../deck/deck';
import { cleanFileName } from '../files/pictureNames';
import { markedSlides } from '../markup/markedSlide';
import { deckTitle } from '../summary/titles';
import type { NoteAddress } from './noteAddress';

/** Room for what is added to a name while a file is written, within the 255 bytes that file systems allow. */
const MAX_TITLE = 60;

/**
 * The name of the file for a note, without a folder: after the day on its title slide, else after its title, else after
 * the note's own name. Nothing in the note leads elsewhere: names have only letters, digits, `-`, `_` and `.`.
 */
export function noteFileName(deck: Deck, { page }: NoteAddress): string {
  const title = (deckTitle(deck) ?? '').slice(0, MAX_TITLE).replace(/\.md$/i, '');
  return dayName(deck) ?? `${cleanFileName(title, '', page.slice(page.lastIndexOf('/') + 1))}.md`;
}

function dayName(deck: Deck): string | null {
  const { likeliest } = meetingDates(titleSlide(markedSlides(deck)));
  if (likeliest?.year == null) return null;
  const name = fileNameOf({ ...likeliest, year: likeliest.year });
  // No day that does not exist, and none that would not be read as one.
  return dayOfFile(name) && name;
}

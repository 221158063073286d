import { dayOfFile, exists, isoDate } from '../community/dates';
import { slideDates, titleSlide } from '../community/slideDates';
import type { Deck, SlideContent } from '../deck/deck';
import { markedSlides } from '../markup/markedSlide';
import { markupOf } from '../markup/markup';
import { lookOf } from '../options/slideOptions';
import { deckTitle, slideTitle } from '../summary/titles';
import type { PageSlide } from './page';
import { addressOf } from './pageStart';
import type { SearchSlide } from './siteSearch';

/** What the index of a site says of a deck. */
export interface SiteEntry {
  readonly title: string;
  /** `YYYY-MM-DD`; null if neither the deck nor its file says. */
  readonly date: string | null;
  /** Language of the slides, empty if it is not known. */
  readonly lang: string;
  readonly slides: number;
}

/** The entry of the deck in this file. */
export function siteEntry(deck: Deck, file: string): SiteEntry {
  const name = file.replace(/^.*\//s, '').replace(/\.[^.]*$/, '');
  return {
    title: deckTitle(deck) ?? name,
    date: dateOf(deck, file),
    lang: lookOf(deck).lang,
    slides: deck.slides.length,
  };
}

/** The file's name comes first: a title slide is often last week's. */
function dateOf(deck: Deck, file: string): string | null {
  const day = dayOfFile(file);
  if (day) return isoDate(day);
  const dates = slideDates(titleSlide(markedSlides(deck))).filter(({ block }) => !block.inNotes);
  const said = dates.findLast(({ block }) => block.kind === 'heading') ?? dates.at(-1);
  if (said?.year == null || !exists(said)) return null;
  return isoDate({ year: said.year, month: said.month, day: said.day });
}

/** What can be found on each slide that the page shows. */
export function searchSlides(deck: Deck, slides: readonly PageSlide[]): SearchSlide[] {
  const shown = slides.filter(({ attributes }) => attributes['data-visibility'] !== 'hidden');
  return shown.map(({ slide }) => ({
    place: addressOf(slide, slides).replace('#/', ''),
    ...wordsOf(slide.content, deck),
  }));
}

function wordsOf(content: SlideContent, { dialect }: Deck): Pick<SearchSlide, 'title' | 'text'> {
  const found = slideTitle(content);
  const title = found.kind === 'heading' ? found.text : '';
  const { blocks, code } = markupOf(content, dialect);
  const pieces = [
    ...blocks
      .filter(({ inNotes, plain }) => !inNotes && plain !== title)
      .map(({ span, plain }) => ({ at: span.start, text: plain })),
    ...code
      .filter(({ inNotes }) => !inNotes)
      .map(({ span }) => ({ at: span.start, text: codeIn(content.text.slice(span.start, span.end)) })),
  ];
  const text = pieces
    .sort((a, b) => a.at - b.at)
    .map((piece) => piece.text.trim())
    .filter((piece) => piece !== '');
  return { title, text: text.join(' · ') };
}

/** Without the fences. */
function codeIn(block: string): string {
  return block.replace(/^[^\S\n]*(?:`{3,}|~{3,}).*$/gm, '').replace(/\s+/g, ' ');
}

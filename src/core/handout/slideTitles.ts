import type { Deck, Slide } from '../deck/deck';
import { slideNumber } from '../deck/slideNumber';
import { slideSubtitle, slideTitle } from '../summary/titles';

/** The titles of the slides, in words that tell them apart; null for a slide without words and pictures. */
export function slideTitles({ slides }: Deck): (string | null)[] {
  const counts = new Map<string, number>();
  for (const slide of slides) {
    const title = wordsOf(slide);
    if (title !== null) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return slides.map((slide) => {
    const title = wordsOf(slide);
    const subtitle = title !== null && counts.get(title)! > 1 ? slideSubtitle(slide.content) : null;
    return subtitle === null || subtitle === title ? title : `${title}: ${subtitle}`;
  });
}

/** For a picture its alternative text or its name. */
function wordsOf({ content }: Slide): string | null {
  const title = slideTitle(content);
  if ('text' in title) return title.text;
  return title.kind === 'picture' ? slideSubtitle(content) : null;
}

/** The number and the title of a slide: "4.2 Team IaaS". */
export function numberedTitle(slide: Slide, title: string | null, deck: Deck): string {
  const number = slideNumber(slide, deck);
  return title === null ? number : `${number} ${title}`;
}

/** Words as markdown in which no character is a mark. */
export function escapedText(words: string): string {
  return words.replace(/[\\`*<[\]]/g, '\\$&').replace(/\s+/g, ' ');
}

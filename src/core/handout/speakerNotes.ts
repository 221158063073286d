import type { Deck } from '../deck/deck';
import { deckTitle } from '../summary/titles';
import { blocksOf, type HandoutOptions } from './handout';
import { Headings } from './headings';
import { joinBlocks } from './joinBlocks';
import type { PlainBlock } from './plainBlocks';
import { escapedText, numberedTitle, slideTitles } from './slideTitles';

/**
 * The notes of a deck as one markdown document to speak by: each slide with its number and title, also those without
 * notes, since the speaker shows them too. Headings in notes are below that of their slide.
 */
export function notesOf(deck: Deck, options: HandoutOptions): string {
  const titles = slideTitles(deck);
  const written: PlainBlock[] = [
    { kind: 'heading', level: 1, text: escapedText(deckTitle(deck) ?? options.fileName) },
  ];
  for (const slide of deck.slides) {
    const title = numberedTitle(slide, titles[slide.index] ?? null, deck);
    written.push({ kind: 'heading', level: 2, text: escapedText(title) });
    written.push(...belowSlide(blocksOf(slide, 'notes', deck, options)));
  }
  return joinBlocks(written);
}

function belowSlide(blocks: readonly PlainBlock[]): PlainBlock[] {
  const headings = new Headings();
  headings.open('', -1);
  headings.open('', 0);
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: headings.open(block.text, block.level) } : block,
  );
}

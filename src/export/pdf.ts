import type * as Browser from '../bundles/browser';
import type { Deck, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { plainNotes } from '../core/handout/plainNotes';
import type { PaperSize } from '../core/page/paperSize';
import type { Highlight } from '../core/render/rendered';
import { deckTitle, slideTitle } from '../core/summary/titles';
import type { PaperNotes } from '../page/paper/paper';
import { placeOf, problemsOn } from './chosenSlides';
import { exportDeck } from './exportDeck';
import type { FileSurroundings, Made } from './made';
import { movedUrl } from './movedUrl';
import { readText } from './runtime';
import type { Translate } from './words';

/** How a deck becomes a PDF file. */
export interface PdfOptions {
  /** Those that are printed; null: all. */
  readonly slides: readonly Slide[] | null;
  /** Whether each step of a slide has a page. */
  readonly steps: boolean;
  readonly notes: PaperNotes;
  readonly size: PaperSize;
  /** Instead of the deck's; null: the deck's. */
  readonly theme: string | null;
  /** Whether pages are numbered. */
  readonly numbers: boolean;
  /** Text at the foot of each page. */
  readonly footer: string;
  /** The program that the user names; null: one that is installed. */
  readonly browser: string | null;
  /** Milliseconds. */
  readonly limit: number;
}

/** What loads other parts when they are needed. */
interface Parts {
  readonly highlight: Highlight;
  readonly printPdf: typeof Browser.printPdf;
}

/** A PDF file with a page for each slide. */
export async function makePdf(
  deck: Deck,
  options: PdfOptions,
  surroundings: FileSurroundings,
  { highlight, printPdf }: Parts,
): Promise<Made> {
  const { theme, slides, size, notes, steps } = options;
  const { html, problems } = await exportDeck(deck, {
    ...surroundings,
    assets: 'inline',
    embeds: 'card',
    theme,
    renderedNotes: true,
    highlight,
  });
  const content = await printPdf(html, steps, {
    ...options,
    signal: surroundings.signal,
    paper: { ...options, ratio: size.ratio, places: slides?.map(placeOf) ?? null },
    layOut: await readText(surroundings.runtime, 'page/paper.js'),
    facts: {
      title: deckTitle(deck) ?? surroundings.fileName,
      bookmarks: Object.fromEntries(
        deck.slides.map((slide) => [placeOf(slide), titleOf(slide, deck, surroundings.translate)]),
      ),
      ...size,
      comments: notes === 'annotations' ? plainNotesOf(deck) : null,
      linkFor: (url) => movedUrl(url, deck, surroundings) ?? url,
    },
    onPages: surroundings.onPages,
  });
  return { content, problems: problemsOn(slides, deck, problems), slides: slides?.length };
}

function plainNotesOf({ slides, dialect }: Deck): Record<string, string> {
  return Object.fromEntries(slides.map((slide) => [placeOf(slide), plainNotes(slide.content, dialect)]));
}

function titleOf(slide: Slide, deck: Deck, translate: Translate): string {
  const title = slideTitle(slide.content);
  return 'text' in title ? title.text : translate('Slide {0}', slideNumber(slide, deck));
}

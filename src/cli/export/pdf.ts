import type { Deck, Slide } from '../../core/deck/deck';
import { slidesNamed } from '../../core/deck/slideRanges';
import { themesOf } from '../../core/options/slideOptions';
import { PAPER_SIZES, paperSize } from '../../core/page/paperSize';
import { makePdf } from '../../export/pdf';
import { CannotRun } from '../errors';
import { ASSETS_HELP, ASSETS_OPTIONS, checkAssets } from './assets';
import { BROWSER_HELP, BROWSER_OPTION, browserBundle, browserOption } from './browser';
import { coloring } from './coloring';
import { deckFormat } from './deckFormat';
import { choiceOf, type Values } from './format';

export const pdf = deckFormat({
  name: 'pdf',
  extension: '.pdf',
  summary: 'a PDF file with a page for each slide, drawn by an installed browser',
  options: {
    ...BROWSER_OPTION,
    ...ASSETS_OPTIONS,
    slides: { type: 'string' },
    steps: { type: 'boolean', default: false },
    notes: { type: 'string', default: 'none' },
    size: { type: 'string', default: '16:9' },
    theme: { type: 'string' },
    numbers: { type: 'boolean', default: false },
    footer: { type: 'string', default: '' },
    timeout: { type: 'string', default: '300' },
  },
  help: `  --slides LIST            only these slides, such as 2,5-7,9-; the numbers are those in the Slides view
  --steps                  a page for each step of a slide; without it, slides show all of their fragments
  --notes none             leave out the speaker notes (default)
  --notes below            put them under the slides, on pages of twice the height
  --notes pages            put them on pages of their own, each after its slide
  --notes annotations      put them in comments, which PDF viewers show on request
  --size SIZE              the size of a page: ${PAPER_SIZES};
                           default: 16:9, the shape in which the preview shows slides
  --theme NAME             another theme than the deck's
  --numbers                number the pages
  --footer TEXT            text at the foot of each page
  --timeout SECONDS        the time that drawing and printing may take; default: 300
${BROWSER_HELP}
${ASSETS_HELP}`,
  prepare(values) {
    checkAssets(values);
    const options = {
      steps: values.steps as boolean,
      notes: choiceOf(values, 'notes', ['none', 'below', 'pages', 'annotations']),
      size: sizeOf(values),
      numbers: values.numbers as boolean,
      footer: values.footer as string,
      limit: limitOf(values),
      browser: browserOption(values),
    };
    return (deck, surroundings) =>
      makePdf(
        deck,
        { ...options, slides: slidesOf(values, deck), theme: themeOf(values, deck) },
        surroundings,
        { highlight: coloring().highlight, printPdf: browserBundle().printPdf },
      );
  },
});

export function sizeOf({ size }: Values) {
  const found = paperSize(size as string);
  if (found) return found;
  throw new CannotRun(`--size must be ${PAPER_SIZES}.`);
}

export function themeOf({ theme }: Values, deck: Deck): string | null {
  if (theme === undefined) return null;
  const themes = themesOf(deck.setup.tool);
  if (themes.includes(theme as string)) return theme as string;
  throw new CannotRun(`--theme must be one of ${themes.join(', ')}.`);
}

export function limitOf({ timeout }: Values): number {
  const seconds = Number(timeout);
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new CannotRun('--timeout must be a number of seconds.');
}

export function slidesOf({ slides }: Values, deck: Deck): readonly Slide[] | null {
  if (slides === undefined) return null;
  const named = slidesNamed(slides as string, deck);
  if ('slides' in named) return named.slides;
  throw new CannotRun(
    `--slides: "${named.unknown}" is neither a slide of this deck nor a range such as 3-7.`,
  );
}

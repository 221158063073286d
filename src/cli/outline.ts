import { parseArgs } from 'node:util';
import type { Deck, Slide } from '../core/deck/deck';
import { inDocument } from '../core/deck/inDocument';
import { nameOf, SETUP_NAMES } from '../core/deck/namedSetups';
import { slideNumber } from '../core/deck/slideNumber';
import { textStart } from '../core/summary/slideAt';
import { slideTitle } from '../core/summary/titles';
import { countLineEnds } from '../core/text/lineEnds';
import { namedUrls } from '../export/namedUrls';
import type { Command } from './command';
import { Configs, complainOf } from './config';
import { dialectOption, readDeck, theDeck } from './deckFile';
import { print, printableJson } from './output';
import { Recognizer } from './recognition';

/** What `outline --json` prints. Lines are 1-based. */
export interface Outline {
  readonly dialect: string;
  readonly slides: readonly OutlineSlide[];
}

export interface OutlineSlide {
  /** As the slide shows it: "4", in a vertical stack "4.2". */
  readonly number: string;
  /** The first heading, or else the first words; empty if there are neither. */
  readonly title: string;
  /** The first line with text, and the last. */
  readonly line: number;
  readonly endLine: number;
  /** The speaker notes as written, or null. */
  readonly notes: string | null;
  /** Every URL the slide names, in order; the kind says where it is used. */
  readonly references: readonly OutlineReference[];
}

export interface OutlineReference {
  readonly kind: 'image' | 'background' | 'media' | 'css' | 'link';
  readonly url: string;
  readonly line: number;
}

const HELP = `deckwright outline DECK.md [options]

Lists the slides of a deck.

  --json             print {"dialect", "slides": [{"number", "title", "line", "endLine", "notes", "references"}]}
  --dialect NAME     ${SETUP_NAMES.join(', ')}; default: from .deckwright.json or the deck itself

In the JSON, lines start at 1, "number" is what the slide shows ("4", or "4.2" in a vertical stack), and "notes" is null
if a slide has none. "references" are the URLs on a slide, each {"kind", "url", "line"}; the kind is "image",
"background", "media" for video and sound, "css" for style sheets, or "link".
`;

export const outlineCommand: Command = {
  help: HELP,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, dialect: { type: 'string' } },
    });
    const recognizer = new Recognizer(new Configs());
    const deck = await readDeck(theDeck(positionals), dialectOption(values.dialect), recognizer);
    const outline = outlineOf(deck);
    print(values.json ? `${printableJson(outline)}\n` : asText(outline));
    return complainOf(recognizer.problems);
  },
};

function outlineOf(deck: Deck): Outline {
  return { dialect: nameOf(deck.setup), slides: deck.slides.map((slide) => outlineSlide(slide, deck)) };
}

function outlineSlide(slide: Slide, deck: Deck): OutlineSlide {
  const { text, notes } = slide.content;
  const title = slideTitle(slide.content);
  const lineAt = (offset: number) =>
    countLineEnds(deck.text.slice(slide.span.start, offset)) + slide.line + 1;
  const start = textStart(slide);
  const { end } = inDocument(slide, { start: 0, end: text.trimEnd().length });
  return {
    number: slideNumber(slide, deck),
    title: 'text' in title ? title.text : '',
    line: lineAt(start),
    endLine: lineAt(Math.max(end, start)),
    notes: notes && text.slice(notes.start, notes.end),
    references: namedUrls(slide, deck).map(({ kind, url, line }) => ({ kind, url, line: line + 1 })),
  };
}

function asText({ slides }: Outline): string {
  const width = Math.max(...slides.map(({ number }) => number.length));
  const lines = slides.map(({ number, title, line }) => {
    return `${number.padEnd(width)}  ${title || '(no text)'}  (line ${line})\n`;
  });
  return lines.join('');
}

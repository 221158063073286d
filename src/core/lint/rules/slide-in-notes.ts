import type { Deck } from '../../deck/deck';
import { splitsAtBlankLines, TOOL_NAMES } from '../../deck/namedSetups';
import { separatorText } from '../../edit/lineStyle';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Markup, TextBlock } from '../../markup/markup';
import { perSlide } from '../../markup/perSlide';
import { lineEndOf, startOfLine } from '../../text/lineEnds';
import { openingLevel } from '../dashLines';
import type { Fix, Rule, RuleDocs } from '../rule';

export const slideInNotes: Rule = {
  id: 'slide-in-notes',
  severity: 'warning',
  dialects: 'all',
  description: 'A slide has no separator before it, so it is part of the speaker notes of the slide above.',
  fixes: ['offered'],
  checkDeck({ deck, slides, report }) {
    if (deck.isGuess && !splitsAtBlankLines(deck.setup)) return;
    const inNotes = slides.map((slide) => ({ slide, headings: headingsInNotes(slide) }));
    /** Whether a heading of this level is the only one in notes, and other slides begin with one. */
    const isUsual = (level: number, own: MarkedSlide) =>
      inNotes.every(({ slide, headings }) => slide === own || headings.every(isOther(level))) &&
      slides.some((other) => other !== own && openingLevel(other) === level);
    for (const { slide, headings } of inNotes) {
      const found = headings.find(
        ({ heading, looksLikeSlide }) =>
          looksLikeSlide === 'certainly' || (looksLikeSlide === 'probably' && isUsual(heading.level, slide)),
      );
      if (!found) continue;
      const tool = deck.isGuess ? 'reveal.js' : TOOL_NAMES[deck.setup.tool];
      report({
        message: `${tool} does not split here, so this is part of the speaker notes above and the audience never sees it. If it begins a slide, insert a separator before it.`,
        span: slide.at(found.heading.span),
        fixes: separating(found.start, slide, deck),
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Speaker notes end only where the slide ends. Without a separator after them, the next slide is part of the notes, and its content is missing from the talk.',
  example: {
    before: '# Release 7\n\nNote: be brief\n\n# Events\n\n---\n\n# Thanks\n',
    after: '# Release 7\n\nNote: be brief\n\n---\n\n# Events\n\n---\n\n# Thanks\n',
  },
  spared:
    'Headings in the notes of more than one slide, headings of a level that no slide begins with, and headings that are not of the first level, unless a picture follows them, they are all of the notes or have a comment with attributes of the slide. Decks whose tool is a guess, but for those split by empty lines.',
  verdict: 'Mention it: notes may have headings, but this one looks like a slide that nobody sees.',
};

function isOther(level: number): (other: Heading) => boolean {
  return ({ heading }) => heading.level !== level;
}

interface Heading {
  readonly heading: TextBlock;
  /** Where the slide begins that it seems to be: the heading's line, or the comment with attributes above it. */
  readonly start: number;
  /** Null if it looks like a part of the notes. */
  readonly looksLikeSlide: 'certainly' | 'probably' | null;
}

/** The headings in speaker notes that have an empty line above. */
const headingsInNotes = perSlide((markup, text): Heading[] =>
  markup.blocks.flatMap((heading) => {
    if (heading.kind !== 'heading' || !heading.inNotes) return [];
    const line = startOfLine(text, heading.span.start);
    const comment = markup.comments.findLast(({ span }) => span.start < line);
    const isOwn = comment?.attributes?.target === 'slide' && text.slice(comment.span.end, line).trim() === '';
    const start = isOwn ? startOfLine(text, comment.span.start) : line;
    if (!/^ {0,3}#+[ \t]+$/.test(text.slice(line, heading.span.start))) return [];
    if (!/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text.slice(0, start))) return [];
    const looksLikeSlide = isOwn ? 'certainly' : isLikeSlide(heading, markup) ? 'probably' : null;
    return [{ heading, start, looksLikeSlide }];
  }),
);

/** Whether what is around it looks more like a slide than like notes. */
function isLikeSlide(heading: TextBlock, { blocks, code, references }: Markup): boolean {
  const others = [...blocks, ...code].filter((block) => block.inNotes && block !== heading);
  const isAlone = others.length === 0;
  const isFirst = others.every(({ span }) => span.start > heading.span.start);
  const hasPicture = references.some(({ kind, span }) => kind === 'image' && span.start > heading.span.start);
  return isAlone || hasPicture || (heading.level === 1 && !isFirst);
}

/** Inserts a separator where the slide begins. */
function separating(begin: number, { slide, at }: MarkedSlide, deck: Deck): Fix[] {
  const separator = separatorText(deck, slide.stacked, {});
  if (separator === null) return [];
  const start = slide.content.text.slice(0, begin).trimEnd().length;
  const lineEnd = lineEndOf(deck.text);
  const newText = lineEnd + separator + (splitsAtBlankLines(deck.setup) ? '' : lineEnd);
  const edits = [{ span: at({ start, end: begin }), newText }];
  return [{ title: 'Insert a separator', edits, kind: 'offered' }];
}

import { splitsAtBlankLines } from '../../deck/namedSetups';
import type { Setup } from '../../deck/setup';
import type { MarkedSlide } from '../../markup/markedSlide';
import { lookOf } from '../../options/slideOptions';
import { estimateHeight } from '../height/estimateHeight';
import type { Culprit, Overflow } from '../height/overflow';
import type { Rule, RuleDocs } from '../rule';

/** Whether what surrounds the deck and is not read here decides how tall text and slides are. */
function hasOwnStyles({ css, theme, template, page, options }: Setup): boolean {
  if (page && options.height === undefined) return true;
  return css.length > 0 || template !== undefined || (theme !== undefined && /[/.]/.test(theme));
}

/** An estimate is reported only above this multiple of the height: fonts and line breaks are guessed. */
const TOLERANCE = 1.15;

export const slideOverflow: Rule = {
  id: 'slide-overflow',
  severity: 'warning',
  dialects: 'all',
  description: "A slide's content does not fit.",
  fixes: [],
  checkDeck(context) {
    const { deck, slides, environment, report } = context;
    if (deck.isGuess && !splitsAtBlankLines(deck.setup)) return;
    const { options } = lookOf(deck);
    const height = typeof options.height === 'number' ? options.height : 700;
    const width = typeof options.width === 'number' ? options.width : 960;
    let estimates: ((slide: MarkedSlide) => number) | undefined;
    for (const linted of slides) {
      const measured = environment.measuredOverflow?.(linted.slide.content);
      if (measured === null) continue;
      if (measured) {
        report({
          message: `${inWords(measured)} What does not fit is cut off: shorten it or split the slide.`,
          span: headline(linted, deck.text),
        });
        continue;
      }
      if (hasOwnStyles(deck.setup)) continue;
      estimates ??= estimateHeight(context, width);
      const estimate = estimates(linted);
      if (estimate <= height * TOLERANCE) continue;
      report({
        severity: 'info',
        message: `This slide is probably too tall: about ${Math.round(estimate / 10) * 10} of ${height} pixels. Check it in the preview, and shorten or split it if it does not fit.`,
        span: headline(linted, deck.text),
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'A slide has a fixed size. What does not fit is cut off. With a preview open, slides are measured, and the message says how much does not fit and which part of the slide it is. Without one, the height is estimated, and only slides that are clearly too tall are reported, as `info`.',
  example: {
    given: '`plan.svg` is 800 pixels wide and 1200 pixels tall.',
    before: '# Plan\n\n![Plan](./plan.svg)\n',
    after: '# Plan\n\n![Plan](./plan.svg =300x)\n',
    context: {
      files: { 'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"></svg>' },
    },
  },
  spared:
    'Slides that a preview has measured and that fit. Without a preview: slides that are only a little too tall, decks with style sheets of their own, and decks whose tool is a guess.',
  verdict:
    'Mention it: what is measured is certain, but a line that is cut off need not stop anyone. An estimate is only `info`.',
};

const NOUNS: Readonly<Record<Culprit['part'], string>> = {
  link: 'A long link',
  picture: 'A picture',
  video: 'A video',
  table: 'A table',
  code: 'A code block',
  list: 'A list',
  heading: 'A heading',
  formula: 'A formula',
  diagram: 'A diagram',
  quote: 'A quote',
  text: 'Text',
};

/** "A long link makes this slide 2,513 pixels too wide." */
function inWords({ height, width, tooTall, tooWide }: Overflow): string {
  return [
    ...(height > 0 ? [sentence(tooTall, `${pixels(height)} too tall`)] : []),
    ...(width > 0 ? [sentence(tooWide, `${pixels(width)} too wide`)] : []),
  ].join(' ');
}

function sentence(culprit: Culprit | null, size: string): string {
  if (!culprit) return `This slide is ${size}.`;
  const { part, excerpt } = culprit;
  return `${NOUNS[part]}${excerpt === '' ? '' : ` (${excerpt})`} makes this slide ${size}.`;
}

function pixels(size: number): string {
  return `${Math.ceil(size).toLocaleString('en')} pixels`;
}

/** The slide's heading, or else its first line: marking the whole slide would be too much. */
function headline({ slide, markup, at }: MarkedSlide, text: string) {
  const heading = markup.blocks.find(({ kind, plain }) => kind === 'heading' && plain !== '');
  if (heading) return at(heading.span);
  const content = text.slice(slide.span.start, slide.span.end);
  const start = slide.span.start + Math.max(0, content.search(/\S/));
  return { start, end: start + /^[^\r\n]*/.exec(text.slice(start, slide.span.end))![0].length };
}

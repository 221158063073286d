import { TOOL_NAMES } from '../../deck/namedSetups';
import type { MarkedSlide } from '../../markup/markedSlide';
import { isUnclosed } from '../../markup/openFence';
import type { Span } from '../../text/spans';
import type { Rule, RuleDocs } from '../rule';

export const separatorInCode: Rule = {
  id: 'separator-in-code',
  severity: 'error',
  dialects: 'all',
  description:
    'A separator is inside a code block or a comment, and splits it; or a code block is not closed.',
  fixes: [],
  checkDeck({ deck, slides, report }) {
    // Another tool may split elsewhere.
    if (deck.isGuess || !deck.separators.isComplete) return;
    let open: 'code' | 'comment' | null = null;
    slides.forEach((slide, index) => {
      if (open === 'code' && isForgotten(slides, index)) {
        const span = openingOf(slides[index - 1]!);
        const isEmpty = deck.text.slice(span.end, slide.slide.separator.start).trim() === '';
        report({ message: isEmpty ? NOTHING_IN_IT : NOT_CLOSED, span });
        open = null;
      }
      const closes = open === 'code' ? FENCE : open === 'comment' ? /-->/ : null;
      if (closes && continuesUpTo(closes, slides, index)) {
        const { separator } = slide.slide;
        const what = open === 'code' ? 'code block' : 'comment';
        report({
          message: `This separator is inside a ${what}, but ${TOOL_NAMES[deck.setup.tool]} splits here all the same: the ${what} ends here, and the rest is text on the next slide. ${remedy(separator, deck.text)}`,
          span: visiblePart(separator, deck.text),
        });
      } else {
        open = null;
      }
      open = opensAtEnd(slide, open);
    });
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc and the tools of reveal.js split slides before they look at code and comments. The code block ends at the separator, and the rest of it is text on the next slide; the second half of a comment is shown to everyone.',
  example: {
    before: '# Two documents\n\n```yaml\nkind: Namespace\n\n---\n\nkind: Pod\n```\n',
    after: '# Two documents\n\n```yaml\nkind: Namespace\n---\nkind: Pod\n```\n',
  },
  spared:
    'Dashes in code that do not split slides, such as those without empty lines around them in HedgeDoc. A code block that no later line closes: it ends with its slide. Decks whose tool is a guess.',
  verdict: 'Stop the commit: half of the code is text on the next slide.',
};

const NOT_CLOSED =
  'This code block is not closed, so the rest of the slide is part of it. Write the same marks on a line of their own after the code.';

const NOTHING_IN_IT =
  'This line begins a code block with nothing in it, so an empty block is shown. Remove the line.';

/** What code does not begin with, unlike a single `#`. */
const SLIDE_BEGINS = /^\s*(?:#{2,6} .*\r?\n\s*\n|<!--\s*\.slide)/;

/** Whether slides or blocks begin and end below as if the one before were closed: then it was forgotten, not split. */
function isForgotten(slides: readonly MarkedSlide[], from: number): boolean {
  for (const { slide } of slides.slice(from)) {
    if (SLIDE_BEGINS.test(slide.content.text)) return true;
    const fences = [...slide.content.text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)];
    if (fences.length === 0) continue;
    if (fences[0]![2]!.trim() !== '') return true;
    let open: string | null = null;
    for (const [, marks = '', info = ''] of fences) {
      const isPlain = info.trim() === '';
      if (open === null) open = marks;
      else if (isPlain && marks.startsWith(open)) open = null;
      else if (!isPlain) return false;
    }
    return open === null;
  }
  return false;
}

/** The first line of the block that is open at the end of a slide. */
function openingOf({ slide, markup, at }: MarkedSlide): Span {
  const { start } = markup.code.at(-1)!.span;
  const line = /^[^\r\n]*/.exec(slide.content.text.slice(start))![0];
  return at({ start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length });
}

const FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/m;

/** What is open at the end of the slide, given what was open at its start. */
function opensAtEnd(
  { slide, markup }: MarkedSlide,
  open: 'code' | 'comment' | null,
): 'code' | 'comment' | null {
  const { text } = slide.content;
  if (open === 'code') return FENCE.test(text) ? null : open;
  if (open === 'comment') return text.includes('-->') ? null : open;
  const last = markup.code.at(-1);
  if (last && isUnclosed(last, text) && last.span.end >= text.trimEnd().length) return 'code';
  const comment = text.lastIndexOf('<!--');
  const isComment =
    comment >= 0 && !text.includes('-->', comment) && !isCode(comment, markup.literal, markup.comments);
  return isComment ? 'comment' : null;
}

/** A comment that never ends is literal up to the end of the slide; code ends earlier. */
function isCode(offset: number, literal: readonly Span[], comments: readonly { span: Span }[]): boolean {
  if (comments.some(({ span }) => span.start === offset)) return false;
  return literal.some(({ start, end }) => start < offset && offset < end);
}

/** Only if it is closed later: what is never closed is not split. */
function continuesUpTo(closing: RegExp, slides: readonly MarkedSlide[], from: number): boolean {
  return slides.slice(from).some(({ slide }) => closing.test(slide.content.text));
}

/** The separator without the line ends around it; all of it if it is nothing else. */
function visiblePart({ start, end }: Span, text: string): Span {
  const found = /\S(?:[\s\S]*\S)?/.exec(text.slice(start, end));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : { start, end };
}

function remedy({ start, end }: Span, text: string): string {
  const isEmpty = text.slice(start, end).trim() === '';
  return isEmpty ? 'Remove empty lines.' : 'Remove the line or write it differently.';
}

import type { MarkedSlide } from '../../markup/markedSlide';
import { isUnclosed } from '../../markup/openFence';
import type { Span } from '../../text/spans';
import type { Rule, RuleDocs } from '../rule';

export const separatorInCode: Rule = {
  id: 'separator-in-code',
  severity: 'error',
  dialects: 'hedgedoc',
  description:
    'A separator is inside a code block or a comment, and splits it; or a code block is not closed.',
  fixes: [],
  checkDeck({ deck, slides, report }) {
    let open: 'code' | 'comment' | null = null;
    slides.forEach((slide, index) => {
      if (open === 'code' && opensAnother(slides, index)) {
        report({ message: NOT_CLOSED, span: openingOf(slides[index - 1]!) });
        open = null;
      }
      const closes = open === 'code' ? FENCE : open === 'comment' ? /-->/ : null;
      if (closes && continuesUpTo(closes, slides, index)) {
        const { separator } = slide.slide;
        const what = open === 'code' ? 'code block' : 'comment';
        report({
          message: `This separator is inside a ${what}, but HedgeDoc splits here all the same: the ${what} ends here, and the rest is text on the next slide. Remove the line or write it differently.`,
          span: dashes(separator, deck.text),
        });
      } else {
        open = null;
      }
      open = opensAtEnd(slide, open);
    });
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc splits slides before it looks at code and comments. The code block ends at the separator, and the rest of it is text on the next slide; the second half of a comment is shown to everyone.',
  example: {
    before: '# Two documents\n\n```yaml\nkind: Namespace\n\n---\n\nkind: Pod\n```\n',
    after: '# Two documents\n\n```yaml\nkind: Namespace\n---\nkind: Pod\n```\n',
  },
  spared: 'Dashes in code without empty lines around them, which do not split slides.',
  verdict: 'Stop the commit: half of the code is text on the next slide.',
};

const NOT_CLOSED =
  'This code block is not closed, so all the rest of the slide is in it. Write the same marks on a line of their own after its last line.';

/** Whether a block with a language begins before one ends: then the one before was forgotten, not split. */
function opensAnother(slides: readonly MarkedSlide[], from: number): boolean {
  for (const { slide } of slides.slice(from)) {
    const marks = /^ {0,3}(?:`{3,}|~{3,})(.*)$/m.exec(slide.content.text);
    if (marks) return marks[1]!.trim() !== '';
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

function dashes({ start, end }: Span, text: string): Span {
  const found = /-{3,4}/.exec(text.slice(start, end));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : { start, end };
}

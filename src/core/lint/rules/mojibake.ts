import { blankedOut, codeSpans } from '../../markup/codeSpans';
import { changeTo } from '../changeTo';
import { mojibakeIn } from '../misreadBytes';
import type { Found, Rule } from '../rule';

/** Not in code and comments, where they may be the subject. */
export const mojibake: Rule = {
  id: 'mojibake',
  severity: 'error',
  dialects: 'all',
  description: 'Characters were read in the wrong encoding.',
  fixes: ['visible'],
  checkSlide({ text, markup, report }) {
    if (!/[^\x01-\x7f]/.test(text)) return;
    const comments = markup.comments.map(({ span }) => span);
    for (const found of findAll(blankedOut(text, [...codeSpans(markup, text), ...comments]), 0))
      report(found);
  },
  checkDeck({ deck: { text, frontMatter }, report }) {
    if (!frontMatter) return;
    const { start, end } = frontMatter.span;
    for (const found of findAll(text.slice(start, end), start)) report(found);
  },
};

function findAll(text: string, offset: number): Found[] {
  return mojibakeIn(text).map(({ start, end, meant }) => {
    const span = { start: offset + start, end: offset + end };
    const written = text.slice(start, end);
    if (meant === null)
      return {
        message:
          'A character is lost here, because the text was read in the wrong encoding. Write it again, if need be from an older version of the deck.',
        span,
      };
    return {
      message: `“${written}” is what becomes of “${meant}” when UTF-8 is read as Windows-1252. Everybody will see the wrong characters: write “${meant}”.`,
      span,
      fixes: [changeTo(meant, span, 'visible')],
    };
  });
}

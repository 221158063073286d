import { blankedOut, codeSpans } from '../../markup/codeSpans';
import { changeTo } from '../changeTo';
import { mojibakeIn } from '../misreadBytes';
import type { FixKind, Rule, RuleDocs, RuleFinding } from '../rule';

/** Leaves out code and comments, which may be about such characters. */
export const mojibake: Rule = {
  id: 'mojibake',
  severity: 'error',
  dialects: 'all',
  description: 'Characters were read in the wrong encoding.',
  fixes: ['visible', 'offered'],
  checkSlide({ text, markup, report }) {
    if (!/[^\x01-\x7f]/.test(text)) return;
    const comments = markup.comments.map(({ span }) => span);
    const kind = ABOUT_ENCODINGS.test(text) ? 'offered' : 'visible';
    for (const found of findAll(blankedOut(text, [...codeSpans(markup, text), ...comments]), 0, kind))
      report(found);
  },
  checkDeck({ deck: { text, frontMatter }, report }) {
    if (!frontMatter) return;
    const { start, end } = frontMatter.span;
    for (const found of findAll(text.slice(start, end), start, 'visible')) report(found);
  },
};

export const docs: RuleDocs = {
  why: 'A program read UTF-8 as Windows-1252 and saved the result: `–` became `â€“`. Everyone sees the wrong characters, and no later program turns them back.',
  example: {
    before: '# One platform â€“ standardized\n',
    after: '# One platform – standardized\n',
  },
  spared:
    'Code and comments, where such characters may be the subject, and such characters where they occur in words of some language.',
  verdict: 'Stop the commit: everyone sees it, and later it is harder to repair.',
};

/** A slide on encodings may well show what goes wrong. */
const ABOUT_ENCODINGS = /utf-?8|unicode|encoding|charset|mojibake|latin-?1|windows-1252|cp1252|iso-?8859/i;

function findAll(text: string, offset: number, kind: FixKind): RuleFinding[] {
  return mojibakeIn(text).map(({ start, end, meant }) => {
    const span = { start: offset + start, end: offset + end };
    const written = text.slice(start, end);
    if (meant === null)
      return {
        message:
          'A character is lost here because the text was read in the wrong encoding. Write it again; an older version of the deck may have it.',
        span,
      };
    return {
      message: `"${written}" is what "${meant}" becomes when UTF-8 is read as Windows-1252. Everyone sees the wrong characters: write "${meant}".`,
      span,
      fixes: [changeTo(meant, span, kind)],
    };
  });
}

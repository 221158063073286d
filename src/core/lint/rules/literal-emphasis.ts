import { type VisibleText, visibleTexts } from '../../markup/visibleTexts';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

/** `malformed-link` covers leftover brackets of links. */
export const literalEmphasis: Rule = {
  id: 'literal-emphasis',
  severity: 'warning',
  dialects: 'all',
  description: 'Marks for emphasis or code are shown as text.',
  fixes: ['offered'],
  checkSlide({ text, markup, report }) {
    const texts = visibleTexts(markup).filter((each) => /[*`]/.test(each.text));
    const hasFootnotes = texts.some((each) => hasFootnote(each, text));
    const marks = texts
      .flatMap(marksIn)
      .filter((mark) => !isOther(mark, text) && !(hasFootnotes && isFootnote(mark, text)));
    for (let index = 0; index < marks.length; index++) {
      const mark = marks[index]!;
      const next = marks[index + 1];
      if (next && isPair(mark, next, text)) {
        report(pairOf(mark, next, text));
        index++;
      } else if (!isApart(mark, text)) {
        report(single(mark, text));
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'Markdown emphasizes only if the marks touch the words and come in pairs. Otherwise the audience reads the stars or backticks, and the words are not emphasized.',
  example: {
    before: '* This is ** important ** for all\n',
    after: '* This is **important** for all\n',
  },
  spared:
    'Powers (`2 ** 3`), file patterns (`docs/**/x`), `**kwargs`, footnote marks (`a* or b**`), rows of stars, code and escaped marks.',
  verdict: 'Mention it: the audience sees stars, but can read the words.',
};

function marksIn({ text, span }: VisibleText): Span[] {
  return [...text.matchAll(/(?<!\*)\*{2,3}(?!\*)|`+/g)].map((match) => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length };
  });
}

/** A single star after a word, which may be a link: further footnotes have more of them. */
function hasFootnote({ text: words, span }: VisibleText, text: string): boolean {
  return [...words.matchAll(/(?<!\*)\*(?!\*)/g)].some(({ index }) => {
    const start = span.start + index;
    return /^[\p{L}\d)][\s,.;:)]$/u.test(besides({ start, end: start + 1 }, text));
  });
}

/** After a word, or before the note itself. */
function isFootnote({ start, end }: Span, text: string): boolean {
  if (text[start] !== '*') return false;
  const isAfterWord = /^[\p{L}\d)][\s,.;:)]$/u.test(besides({ start, end }, text));
  return isAfterWord || /^[\s>]\s$/.test(besides({ start, end }, text));
}

/** Powers, file patterns and Python arguments have two stars as well. */
function isOther({ start, end }: Span, text: string): boolean {
  if (text[start] !== '*') return false;
  return (
    /^(?:[\p{L}\d_)\]][\p{L}\d_([]|\/.|.\/)$/u.test(besides({ start, end }, text)) ||
    text.startsWith('kwargs', end)
  );
}

/** `2 ** 3` */
function isApart(mark: Span, text: string): boolean {
  return text[mark.start] === '*' && /^[ \t]{2}$/.test(besides(mark, text));
}

function besides({ start, end }: Span, text: string): string {
  return `${text[start - 1] ?? '\n'}${text[end] ?? '\n'}`;
}

function isPair(first: Span, second: Span, text: string): boolean {
  const between = text.slice(first.end, second.start);
  return (
    text.slice(first.start, first.end) === text.slice(second.start, second.end) &&
    text[first.start] === '*' &&
    /^[^\r\n]*\S[^\r\n]*$/.test(between)
  );
}

function pairOf(first: Span, second: Span, text: string): RuleFinding {
  const marks = text.slice(first.start, first.end);
  const edits = tightened(first, second, text);
  const removing = [first, second].map((span) => ({ span, newText: '' }));
  const hint =
    edits.length > 0 ? 'Put them right next to the words, with spaces only outside.' : 'Remove them.';
  return {
    message: `These \`${marks}\` are shown as text, and the words are not emphasized. ${hint}`,
    span: { start: first.start, end: second.end },
    fixes: [
      ...(edits.length > 0 ? [offer('Emphasize the words', edits)] : []),
      offer(`Remove the ${marks}`, removing),
    ],
  };
}

/** Without spaces inside, and with one outside if punctuation inside would touch a word there. */
function tightened(first: Span, second: Span, text: string): TextEdit[] {
  const inner = text.slice(first.end, second.start);
  const from = first.end + inner.length - inner.trimStart().length;
  const to = first.end + inner.trimEnd().length;
  const edits: TextEdit[] = [];
  const isWord = (character: string | undefined) => /[\p{L}\d]/u.test(character ?? '');
  if (!isWord(text[from]) && isWord(text[first.start - 1]))
    edits.push({ span: { start: first.start, end: first.start }, newText: ' ' });
  if (from > first.end) edits.push({ span: { start: first.end, end: from }, newText: '' });
  if (to < second.start) edits.push({ span: { start: to, end: second.start }, newText: '' });
  if (!isWord(text[to - 1]) && isWord(text[second.end]))
    edits.push({ span: { start: second.end, end: second.end }, newText: ' ' });
  return edits;
}

function single(mark: Span, text: string): RuleFinding {
  const marks = text.slice(mark.start, mark.end);
  const quoted = marks.startsWith('`') ? `"${marks}"` : `\`${marks}\``;
  // A backtick between letters is meant as an apostrophe.
  const fix =
    marks === '`' && /^\p{L}\p{L}$/u.test(besides(mark, text))
      ? offer('Change to an apostrophe', [{ span: mark, newText: "'" }])
      : offer(`Remove ${marks}`, [{ span: mark, newText: '' }]);
  return {
    message: /^\S\s/.test(besides(mark, text))
      ? `${quoted} is never opened, so it is shown as text. Open it or remove it.`
      : `${quoted} is never closed, so it is shown as text. Close it or remove it.`,
    span: mark,
    fixes: [fix],
  };
}

function offer(title: string, edits: readonly TextEdit[]): Fix {
  return { title, edits, kind: 'offered' };
}

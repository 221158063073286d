import { blankedOut } from '../../markup/codeSpans';
import type { Markup, TextBlock } from '../../markup/markup';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs } from '../rule';
import { NOBODY } from './placeholder';

/** `placeholder` covers reports that name nobody. */
export const reporter: Rule = {
  id: 'reporter',
  severity: 'hint',
  dialects: 'hedgedoc',
  description: 'A report does not link the handle of its reporter.',
  fixes: ['offered'],
  checkSlide({ text, markup, report }) {
    for (const block of markup.blocks) {
      if (!REPORT.test(block.plain) || NOBODY.test(block.plain)) continue;
      const line = firstLine(block, markup, text);
      const misspelled = /^[^\p{L}]*(rebort)/iu.exec(line);
      if (misspelled) {
        const start = block.span.start + misspelled[0].length - misspelled[1]!.length;
        const span = { start, end: start + misspelled[1]!.length };
        const newText = `${misspelled[1]![0]}eport`;
        report({
          message: `This is spelled "${newText}": searches for reports will miss this one.`,
          span,
          fixes: [changeTo(newText, span)],
        });
      }
      const handles = unlinkedHandles(line, block.span.start, markup);
      if (handles.length > 0) {
        report({
          message: notLinked(handles.map(({ handle }) => handle)),
          span: { start: handles[0]!.start, end: handles.at(-1)!.end },
          fixes: [linking(handles)],
        });
      } else if (!misspelled && namesWithoutLink(line, block, markup)) {
        report({
          message: 'This report names its reporter without a link. Write the GitHub handle and link it.',
          span: { start: block.span.start, end: block.span.start + line.trimEnd().length },
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'The link tells everyone who reported, including those who read the deck months later, and lets Deckwright suggest the same reporter for the next deck.',
  example: {
    before: 'Report by @octocat\n',
    after: 'Report by <a href="https://github.com/octocat">@octocat</a>\n',
  },
  spared:
    'Reporters with a link to anything, `@todo`, and handles in code. `placeholder` covers reports that name nobody.',
  verdict: 'Keep quiet: everybody in the call can see who speaks.',
};

function notLinked(handles: readonly string[]): string {
  const names = handles.join(', ');
  return handles.length === 1
    ? `${names} is not linked. Link it to the GitHub profile.`
    : `${names} are not linked. Link them to the GitHub profiles.`;
}

const REPORT = /^re[pb]ort(?:ed)? by\b/i;

/** The block's first line, with spaces in place of HTML and code. */
function firstLine({ span }: TextBlock, { literal }: Markup, text: string): string {
  const places = literal.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const inside = places.filter(({ start, end }) => start >= 0 && end <= span.end - span.start);
  const source = blankedOut(text.slice(span.start, span.end), inside);
  return /^[^\r\n]*/.exec(source)![0];
}

interface Handle {
  readonly handle: string;
  readonly start: number;
  readonly end: number;
}

function unlinkedHandles(line: string, offset: number, { references, tags }: Markup): Handle[] {
  return [...line.matchAll(/(?<![\w./@-])@[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}(?![\w@.-]*[\w@])/gi)].flatMap(
    (match) => {
      const handle = match[0];
      const start = offset + match.index;
      const end = start + handle.length;
      const isLinked =
        references.some(({ syntax, span }) => syntax !== 'html' && span.start <= start && end <= span.end) ||
        tags.findLast(({ name, span }) => name === 'a' && span.end <= start)?.closing === false;
      return isLinked || /^@todo$/i.test(handle) ? [] : [{ handle, start, end }];
    },
  );
}

function linking(handles: readonly Handle[]): Fix {
  const edits = handles.map(({ handle, start, end }) => ({
    span: { start, end },
    newText: `<a href="https://github.com/${handle.slice(1)}">${handle}</a>`,
  }));
  return { title: 'Link to GitHub', edits, kind: 'offered' };
}

/** A name is good enough if it links to anything. */
function namesWithoutLink(line: string, { span }: TextBlock, { references }: Markup): boolean {
  const end = span.start + line.length;
  if (references.some((reference) => reference.span.start >= span.start && reference.span.end <= end))
    return false;
  return /^[^\p{L}]*[Rr]e[pb]ort(?:ed)? by:?\s+\p{Lu}/u.test(line) && !line.includes('@');
}

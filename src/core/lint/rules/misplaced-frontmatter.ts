import { misplacedFrontMatter } from '../../deck/misplacedFrontMatter';
import { lineEndOf } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import type { Fix, Rule, RuleDocs } from '../rule';

export const misplacedFrontmatter: Rule = {
  id: 'misplaced-frontmatter',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'Something comes before the frontmatter, so HedgeDoc shows the frontmatter as a slide.',
  fixes: ['visible'],
  checkDeck({ deck: { text, frontMatter }, environment, report }) {
    const misplaced = frontMatter ? null : misplacedFrontMatter(text);
    if (misplaced) {
      const span = { start: 0, end: misplaced.start };
      const isBlank = text.slice(0, misplaced.start).trim() === '';
      report({
        message: `The frontmatter must be the first thing in the file: here HedgeDoc ignores it and shows it as a slide. ${isBlank ? 'Remove the white space before it.' : 'Move it to the top.'}`,
        span,
        fixes: [isBlank ? removal(span) : moving(misplaced, text)],
      });
    } else if (frontMatter && environment.hasBom) {
      const { start } = frontMatter.span;
      report({
        message:
          'The file begins with a byte order mark, so HedgeDoc ignores the frontmatter and shows it as a slide. Save the file as "UTF-8", not "UTF-8 with BOM".',
        span: { start, end: start + 3 },
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc reads frontmatter only on the first line of the file. With anything before it, even an empty line or a byte order mark, the deck loses its theme and options, and the first slide shows the frontmatter as text.',
  example: {
    before:
      '<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->\n\n---\ntitle: SCS Community Call\ntype: slide\n---\n\n# Community Call\n',
    after:
      '---\ntitle: SCS Community Call\ntype: slide\n---\n<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->\n\n# Community Call\n',
  },
  spared: 'A line of dashes that is a separator, and dashes around text without keys that HedgeDoc knows.',
  verdict: 'Stop the commit: the deck has no theme and no options, and its first slide is wrong.',
};

function removal(span: Span): Fix {
  return {
    title: 'Remove what comes before the frontmatter',
    edits: [{ span, newText: '' }],
    kind: 'visible',
  };
}

/** What came before it goes after it, where the first slide starts. */
function moving({ start, end }: Span, text: string): Fix {
  const lineEnd = lineEndOf(text);
  const after = end + /^[^\r\n]*/.exec(text.slice(end))![0].length;
  const before = text.slice(0, start).trim();
  return {
    title: 'Move the frontmatter to line 1',
    edits: [
      { span: { start: 0, end: start }, newText: '' },
      { span: { start: after, end: after }, newText: lineEnd + before },
    ],
    kind: 'visible',
  };
}

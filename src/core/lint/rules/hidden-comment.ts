import type { Rule, RuleDocs } from '../rule';

/** Leaves out attribute comments, instructions to tools and the template's hint, which is not a secret. */
export const hiddenComment: Rule = {
  id: 'hidden-comment',
  severity: 'hint',
  dialects: 'hedgedoc',
  description: "A comment has text that is public in the deck's source.",
  fixes: [],
  checkSlide({ markup, report }) {
    for (const { text, attributes, span } of markup.comments) {
      if (attributes || !/\p{L}{2}/u.test(text) || TO_TOOLS.test(text) || HINT.test(text)) continue;
      report({
        message:
          'No slide shows this comment, but anyone can read it in the published source. Remove what is not meant for everyone.',
        span,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Comments are not on the slides, but they are in the published source, which anyone can read. Remove names, plans and remarks that are not for everyone.',
  example: {
    before: '# News\n\n<!-- not announced yet: we merge with Team Ops in May -->\n* Release 7\n',
    after: '# News\n\n* Release 7\n',
  },
  spared:
    'Attribute comments, instructions to tools such as `<!-- prettier-ignore -->` or `<!-- include: … -->`, and comments without words.',
  verdict: 'Keep quiet: comments are usually meant for those who read the source.',
};

const TO_TOOLS =
  /^\s*(?:\.(?:slide|element)\b|#?include\s*[:(]|(?:deckwright|markdownlint|prettier|cspell|spellcheck|vale|textlint|remark|doctoc|toc|lint|eslint|spdx|reuse|copyright)\b|[\w-]+-(?:disable|enable|ignore)(?:-[\w-]+)?\b)/i;
const HINT = /\bprep[ae]rat?ion\b.*\btemplate\b|\/template\.md\b/is;

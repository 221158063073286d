import type { Rule } from '../rule';

/** Comments that set attributes or speak to tools are no text, and the template's hint is no secret. */
export const hiddenComment: Rule = {
  id: 'hidden-comment',
  severity: 'hint',
  dialects: 'hedgedoc',
  description: 'Text in a comment is public with the deck’s source.',
  fixes: [],
  checkSlide({ markup, report }) {
    for (const { text, attributes, span } of markup.comments) {
      if (attributes || !/\p{L}{2}/u.test(text) || TO_TOOLS.test(text) || HINT.test(text)) continue;
      report({
        message:
          'No slide shows this comment, but everybody can read it in the published deck. Remove what is not for all.',
        span,
      });
    }
  },
};

const TO_TOOLS =
  /^\s*(?:\.(?:slide|element)\b|(?:deckwright|markdownlint|prettier|cspell|spellcheck|vale|textlint|remark|doctoc|toc|lint|eslint|spdx|reuse|copyright)\b|[\w-]+-(?:disable|enable|ignore)(?:-[\w-]+)?\b)/i;
const HINT = /\bprep[ae]rat?ion\b.*\btemplate\b|\/template\.md\b/is;

import { hasMisplacedFrontMatter } from '../../deck/dialects';
import type { Rule } from '../rule';

export const misplacedFrontmatter: Rule = {
  id: 'misplaced-frontmatter',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'Something stands before the frontmatter, so HedgeDoc shows it as a slide.',
  fix: 'safe',
  checkDeck({ deck: { text, frontMatter }, environment, report }) {
    if (!frontMatter && hasMisplacedFrontMatter(text)) {
      const span = { start: 0, end: text.indexOf('---') };
      report({
        message:
          'The frontmatter must begin on line 1: HedgeDoc shows it as a slide and ignores what it says. Remove the lines before it.',
        span,
        fixes: [
          { title: 'Remove what stands before the frontmatter', edits: [{ span, newText: '' }], safe: true },
        ],
      });
    } else if (frontMatter && environment.hasBom) {
      const { start } = frontMatter.span;
      report({
        message:
          'The file begins with a byte order mark: HedgeDoc then sees no frontmatter and shows it as a slide. Save the file as "UTF-8", not "UTF-8 with BOM".',
        span: { start, end: start + 3 },
      });
    }
  },
};

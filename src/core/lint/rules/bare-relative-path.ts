import { findFile } from '../../files/deckFiles';
import type { Rule, RuleDocs } from '../rule';

export const bareRelativePath: Rule = {
  id: 'bare-relative-path',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'A relative path does not begin with `./`, so HedgeDoc drops it.',
  fixes: ['safe', 'offered'],
  checkDeck({ references, files, report }) {
    for (const { target, kind, syntax, url, urlSpan } of references) {
      // HedgeDoc checks the addresses of links and elements, not those in style sheets and attribute comments.
      const isChecked = syntax === 'inline' || syntax === 'definition' || syntax === 'html';
      if (!isChecked || target.kind !== 'local' || /^[./?#]/.test(url)) continue;
      const found = findFile(files, target.path)?.kind;
      if (found !== 'file' && found !== 'folder') continue;
      const effect = kind === 'link' ? 'the link leads nowhere' : 'nothing is shown';
      report({
        message: `HedgeDoc drops paths that do not begin with "./": ${effect}. Write "./${url}".`,
        span: urlSpan,
        fixes: [
          {
            title: 'Insert ./',
            edits: [{ span: { start: urlSpan.start, end: urlSpan.start }, newText: './' }],
            kind: 'safe',
          },
        ],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc accepts a path as an address only if it begins with `./`, `../` or `/`. Other tools show the picture, so the mistake is first seen in HedgeDoc, where the picture or link is missing.',
  example: {
    given: '`logo.png` is beside the deck.',
    before: '![Logo](logo.png)',
    after: '![Logo](./logo.png)',
    context: { files: { 'logo.png': '' } },
  },
  settings: ['ignoreLinks'],
  spared:
    'Paths to files that do not exist, which `broken-image` and `broken-link` cover; paths in style sheets and attribute comments, where HedgeDoc accepts them; and decks for other tools.',
  verdict:
    'Mention it: HedgeDoc shows nothing, but the published deck may be read elsewhere. The fix is safe.',
};

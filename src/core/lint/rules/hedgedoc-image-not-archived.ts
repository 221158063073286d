import type { Rule, RuleDocs } from '../rule';
import { uploads } from './hedgedoc-image';

/** The editor can download the picture on request. */
export const hedgedocImageNotArchived: Rule = {
  id: 'hedgedoc-image-not-archived',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'A picture exists only on a HedgeDoc server.',
  fixes: ['offered'],
  checkDeck(context) {
    for (const { reference, copy } of uploads(context)) {
      if (copy !== null) continue;
      context.report({
        message:
          'This picture exists only on a HedgeDoc server and is lost when the server goes away. Save it beside the deck under its name and commit both.',
        span: reference.urlSpan,
        address: reference.target.url,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The repository is meant to keep the deck for good, but this picture is kept only by a HedgeDoc server. When the server goes, so does the picture. The light bulb downloads it and links the copy; *Archive Pictures…* and `deckwright archive --rewrite` do so for all pictures.',
  example: {
    before: '![Plan](https://input.scs.community/uploads/0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.png)',
    after: '![Plan](./0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.png)',
  },
  settings: ['hedgedocHosts', 'pictureFolder', 'ignoreLinks'],
  spared:
    'Pictures on servers that are not in `hedgedocHosts`, and links to uploads, which `hedgedoc-link` covers.',
  verdict: 'Stop the commit: it is the last moment at which the picture is certain to be there.',
};

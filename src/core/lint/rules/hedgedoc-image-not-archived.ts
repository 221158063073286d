import type { Rule } from '../rule';
import { uploads } from './hedgedoc-image';

/** The editor can fetch the picture on request. */
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
          'This picture exists only on a HedgeDoc server and is lost when the server goes. Save it beside the deck under its name and commit it with the deck.',
        span: reference.urlSpan,
        address: reference.target.url,
      });
    }
  },
};

import type { Rule, RuleDocs } from '../rule';

/** Parameters that newsletters and advertisers add to see where readers come from. */
const TRACKING =
  /^(?:utm_\w+|_ga|_gl|_hs\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|mkt_tok|ck_subscriber_id|sc_(?:src|customer|l?lid|uid|eh))$/i;

/** Those that people write themselves, to see who comes from their slides. The others identify a click or a reader. */
const OWN = /^utm_/i;

export const trackingParameters: Rule = {
  id: 'tracking-parameters',
  severity: 'info',
  dialects: 'all',
  description: 'An address has parameters that only serve to track readers.',
  fixes: ['safe', 'visible', 'offered'],
  checkDeck({ deck, references, report }) {
    for (const { target, urlSpan, syntax } of references) {
      if (target.kind !== 'remote') continue;
      const written = deck.text.slice(urlSpan.start, urlSpan.end);
      const query = /\?([^#]*)/.exec(written);
      if (!query) continue;
      const separator = query[1]!.includes('&amp;') ? '&amp;' : '&';
      const parameters = query[1]!.split(separator);
      const isTracking = (parameter: string) => TRACKING.test(parameter.split('=')[0]!);
      const kept = parameters.filter((parameter) => !isTracking(parameter));
      if (kept.length === parameters.length) continue;
      const start = urlSpan.start + query.index;
      const span = { start, end: start + query[0].length };
      const newText = kept.length > 0 ? `?${kept.join(separator)}` : '';
      const isOwn = parameters.some((parameter) => isTracking(parameter) && OWN.test(parameter));
      // A bare address is also its own text.
      const isShown = syntax === 'bare' || syntax === 'autolink';
      const kind = isOwn ? 'offered' : isShown ? 'visible' : 'safe';
      report({
        message:
          'These parameters only tell the server where readers come from. Remove them: the page is the same.',
        span,
        fixes: [{ title: 'Remove tracking parameters', edits: [{ span, newText }], kind }],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Newsletters and advertisers add parameters such as `utm_source` to see where visitors come from. In a deck they report your readers to others and make the address long. The page is the same without them. Some people add `utm_source` and its like themselves, so removing those is only offered.',
  example: {
    before: '[Summit](https://example.org/summit?utm_source=newsletter&day=2)',
    after: '[Summit](https://example.org/summit?day=2)',
  },
  settings: ['ignoreLinks'],
  spared: 'Parameters that may do more than track readers, such as `ref`, `source` or `id`.',
  verdict: 'Mention it in passing: the page is the same without them.',
};

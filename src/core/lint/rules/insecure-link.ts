import { isPrivateHost } from '../privateHost';
import type { Rule, RuleDocs } from '../rule';

export const insecureLink: Rule = {
  id: 'insecure-link',
  severity: 'hint',
  dialects: 'all',
  description: 'An address begins with `http://`.',
  fixes: [],
  checkDeck({ deck, references, report }) {
    for (const { target, urlSpan } of references) {
      // As written: HedgeDoc chooses the scheme of bare names itself.
      const written = /^http:/i.test(deck.text.slice(urlSpan.start, urlSpan.start + 5));
      if (!written || target.kind !== 'remote' || isPrivateHost(target.host)) continue;
      report({
        message:
          '"http:" is not encrypted: anyone on the network can read or change what it transfers. Use "https:" if the server supports it.',
        span: { start: urlSpan.start, end: urlSpan.start + 'http'.length },
      });
    }
  },
};

export const docs: RuleDocs = {
  why: '`http:` is not encrypted: anyone on the network can read or change what it transfers. Browsers warn about such pages, and may not show `http:` pictures in a deck that is itself served over `https:`.',
  example: {
    before: '[Release notes](http://docs.scs.community/releases)',
    after: '[Release notes](https://docs.scs.community/releases)',
  },
  settings: ['ignoreLinks'],
  spared:
    '`localhost`, addresses of private networks, names that are reserved for examples, and addresses written without a scheme.',
  verdict: 'Keep quiet: the link works, and the author can seldom change the other server.',
};

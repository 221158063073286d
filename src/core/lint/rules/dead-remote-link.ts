import type { Severity } from '../../config/config';
import type { Dead } from '../remote/linkRecord';
import { answeredLinks } from '../remote/linksIn';
import type { Rule, RuleDocs } from '../rule';

export const deadRemoteLink: Rule = {
  id: 'dead-remote-link',
  severity: 'warning',
  dialects: 'all',
  description: 'A web address leads to nothing, as its server says when remote links are checked.',
  fixes: [],
  checkDeck(context) {
    for (const { reference, address, record } of answeredLinks(context)) {
      const { kind, urlSpan } = reference;
      if (record.dead === undefined) continue;
      const isShown = kind !== 'link' && record.dead !== 'name';
      const severity: { severity?: Severity } = isShown ? { severity: 'error' } : {};
      context.report({
        message: messageFor(record.dead, address, kind === 'link'),
        span: urlSpan,
        ...severity,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'Readers who follow the link get an error page, and a picture leaves a gap on its slide. Servers are only asked when you want it: with the command Check Remote Links, or with `deckwright lint --remote`.',
  example: {
    given: 'The server answers that it does not have this page.',
    before: '[Roadmap](https://docs.scs.community/roadmap)',
    after: '[Roadmap](https://docs.scs.community/community/roadmap)',
    context: {
      environment: {
        remoteLink: (address) =>
          address.endsWith('.community/roadmap') ? { asked: 0, dead: 404 } : undefined,
      },
    },
  },
  settings: ['ignoreLinks', 'remote'],
  spared:
    'Pages that ask for a login or keep robots away, servers that are busy, broken or slow, names that are reserved for examples, and private networks that `remote` does not name.',
  verdict:
    'Mention it: nothing can be found there, but the server may show the page to its members. A picture or another file that is gone is an error, because its slide has a gap.',
};

function messageFor(dead: Dead, address: string, isLink: boolean): string {
  const { host } = new URL(address);
  const todo = isLink ? 'Link to where it is now, or remove the link.' : 'Name another file.';
  switch (dead) {
    case 'name':
      return `There is no server with the name ${host}. ${todo}`;
    case 404:
      return `${host} does not have this ${isLink ? 'page' : 'file'} (404 Not Found). ${todo}`;
    case 410:
      return `${host} has removed this ${isLink ? 'page' : 'file'} for good (410 Gone). ${todo}`;
  }
}

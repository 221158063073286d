import { answeredLinks } from '../remote/linksIn';
import type { Rule, RuleDocs } from '../rule';

export const brokenRemoteAnchor: Rule = {
  id: 'broken-remote-anchor',
  severity: 'info',
  dialects: 'all',
  description: 'A web page does not have the place that a link names after "#".',
  fixes: [],
  checkDeck(context) {
    for (const { reference, fragment, record } of answeredLinks(context)) {
      if (reference.kind !== 'link' || !record.missing?.includes(fragment)) continue;
      context.report({
        message: `The page has nothing with the id "${fragment}": the link leads to its start. Correct what is after "#".`,
        span: reference.urlSpan,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The link leads to the start of the page, where readers have to search. Pages are only read when you want it: with the command Check Remote Links, or with `deckwright lint --remote`.',
  example: {
    given: 'The page has a heading with the id `installation`.',
    before: '[Setup](https://docs.scs.community/guide#install)',
    after: '[Setup](https://docs.scs.community/guide#installation)',
    context: {
      environment: {
        remoteLink: () => ({ asked: 0, fragments: ['install', 'installation'], missing: ['install'] }),
      },
    },
  },
  settings: ['ignoreLinks', 'remote'],
  spared:
    "GitHub's ids, which the page has with `user-content-` before them; pages whose headings have no ids, because scripts may give them some; and what only scripts understand, such as `#/slide`, `#L12` or `#page=3`.",
  verdict: 'Mention it in passing: the page is there, and readers may find the place themselves.',
};

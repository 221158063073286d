import type { Rule, RuleDocs } from '../rule';

export const stagingLink: Rule = {
  id: 'staging-link',
  severity: 'info',
  dialects: 'hedgedoc',
  description: 'A link leads to a staging server or to a page for the organizers of an event.',
  fixes: [],
  checkDeck({ references, report }) {
    for (const { kind, target, urlSpan } of references) {
      if (kind !== 'link' || target.kind !== 'remote') continue;
      if (/(?:^|\.)(?:[\w-]+-)?staging\./.test(target.host)) {
        report({
          message: `${target.host} is a staging server: its pages change and vanish. Link to the published page.`,
          span: urlSpan,
        });
      } else if (/\/control\//.test(target.path)) {
        report({
          message:
            'This page is for the organizers: everyone else is asked to log in. Link to the public page of the event.',
          span: urlSpan,
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'Staging servers show drafts that change and vanish, and the pages of an event that begin with `/control/` are for its organizers: everyone else is asked to log in.',
  example: {
    before: '[Docs](https://docs-staging.scs.community/standards)',
    after: '[Docs](https://docs.scs.community/standards)',
  },
  settings: ['ignoreLinks'],
  spared: 'Pictures, and everything but servers whose name has `staging` in it and paths with `/control/`.',
  verdict: 'Mention it in passing: it is harmless until readers are asked to log in.',
};

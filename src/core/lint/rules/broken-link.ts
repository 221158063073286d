import { findFile, pathTo } from '../../files/deckFiles';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import { escapedName } from '../escapedName';
import type { Fix, Rule, RuleDocs } from '../rule';
import { isServedPage } from '../servedPage';
import { MISSPELLED_SCHEME } from './malformed-link';

/** Looks like the name of a web server: the top-level domain is not a file extension. */
const WEB_NAME =
  /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|eu|io|dev|community|cloud|info)(?=[/?#]|$))/i;

/** As in `[text]("https://example.org")`. */
const QUOTED = /^(["'])\S+\1$/;

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'error',
  dialects: 'all',
  description: 'A relative link leads to a file that does not exist.',
  fixes: ['offered'],
  checkDeck({ references, files, report }) {
    for (const { kind, target, url, urlSpan } of references) {
      if (kind !== 'link' || target.kind !== 'local' || MISSPELLED_SCHEME.test(url)) continue;
      const found = findFile(files, target.path);
      if (found?.kind === 'missing' && (found.isOnSite || isServedPage(target.path, found, files))) continue;
      if (found?.kind === 'outside') {
        report({
          message: `"${target.path}" is outside the workspace and is not checked. Nobody else will have it: link to a file beside the deck or to a web address.`,
          span: urlSpan,
        });
      } else if (found?.kind === 'missing' && found.isUncommitted) {
        report({
          message: `"${target.path}" is not in the commit, so the link is dead for everyone else. Stage the file with "git add".`,
          span: urlSpan,
        });
      } else if (found?.kind === 'missing' && QUOTED.test(url)) {
        report({
          message: 'The quotation marks are part of the address, so the link is dead. Remove them.',
          span: urlSpan,
          fixes: [replacement(url.slice(1, -1), urlSpan)],
        });
      } else if (found?.kind === 'missing' && WEB_NAME.test(url)) {
        report({
          message: `Without "https://" this is the path of a file that does not exist: the link is dead. Begin it with "https://".`,
          span: urlSpan,
          fixes: [replacement(`https://${url}`, urlSpan)],
        });
      } else if (found?.kind === 'missing') {
        const escaped = escapedName(url, files);
        const path = found.nearest && pathTo(files.base ?? files.deck, found.nearest);
        const meant = escaped ?? path;
        const hint = meant ? `Did you mean "${meant}"?` : 'Put the file there or correct the path.';
        report({
          message: `"${target.path}" does not exist: the link is dead. ${hint}`,
          span: urlSpan,
          fixes: meant ? [replacement(escaped ?? meant + /(?:[?#].*)?$/.exec(url)![0], urlSpan)] : [],
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'Readers who follow the link get an error page. An address without `https://`, such as `scs.community`, is a path too: browsers look for a file of that name beside the deck.',
  example: {
    given: '`notes.md` is beside the deck.',
    before: '[Notes](./note.md)',
    after: '[Notes](./notes.md)',
    context: { files: { 'notes.md': '' } },
  },
  settings: ['ignoreLinks'],
  spared:
    'Web addresses, which are never opened; folders; and paths such as `/blog` if the workspace has no `blog`: the root of a site is often another folder. `talk.html` beside `talk.md`, which is what that deck is exported to. Definitions that nothing refers to.',
  verdict: 'Stop the commit: whoever follows the link gets an error page.',
};

function replacement(newText: string, span: Span): Fix {
  return changeTo(newText, span);
}

import { findFile, pathTo } from '../../files/deckFiles';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule } from '../rule';
import { MISSPELT_SCHEME } from './malformed-link';

/** What begins like the name of a web server, with a domain that is no file's ending. */
const WEB_NAME =
  /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|eu|io|dev|community|cloud|info)(?=[/?#]|$))/i;

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'error',
  dialects: 'all',
  description: 'A relative link leads to a file that does not exist.',
  fixes: ['offered'],
  checkDeck({ references, files, report }) {
    for (const { kind, target, url, urlSpan } of references) {
      if (kind !== 'link' || target.kind !== 'local' || MISSPELT_SCHEME.test(url)) continue;
      const found = findFile(files, target.path);
      if (found?.kind === 'outside') {
        report({
          message: `"${target.path}" lies outside the workspace and is not looked at. Others will not have it: link to a file beside the deck or to a web address.`,
          span: urlSpan,
        });
      } else if (found?.kind === 'missing' && WEB_NAME.test(url)) {
        report({
          message: `Without "https://" this is the path of a file, which does not exist: the link is dead. Begin it with "https://".`,
          span: urlSpan,
          fixes: [replacement(`https://${url}`, urlSpan)],
        });
      } else if (found?.kind === 'missing') {
        const path = found.nearest && pathTo(files.deck, found.nearest);
        const hint = path ? `Did you mean "${path}"?` : 'Put the file there or correct the path.';
        report({
          message: `"${target.path}" does not exist: the link is dead. ${hint}`,
          span: urlSpan,
          fixes: path ? [replacement(path + /(?:[?#].*)?$/.exec(url)![0], urlSpan)] : [],
        });
      }
    }
  },
};

function replacement(newText: string, span: Span): Fix {
  return changeTo(newText, span);
}

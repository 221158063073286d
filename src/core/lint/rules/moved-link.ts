import type { DeckReference } from '../../markup/deckReferences';
import { escapeHtml } from '../../text/escapeHtml';
import { changeTo } from '../changeTo';
import { answeredLinks } from '../remote/linksIn';
import type { Fix, Rule, RuleDocs } from '../rule';

export const movedLink: Rule = {
  id: 'moved-link',
  severity: 'info',
  dialects: 'all',
  description: 'A web page has moved for good, as its server says when remote links are checked.',
  fixes: ['offered'],
  checkDeck(context) {
    const { text } = context.deck;
    for (const { reference, address, record } of answeredLinks(context)) {
      const { moved } = record;
      const { urlSpan } = reference;
      const written = text.slice(urlSpan.start, urlSpan.end);
      if (moved === undefined || isOnlyScheme(written, address, moved)) continue;
      if (isStartPage(moved) && !isStartPage(address)) {
        context.report({
          message: `The server leads to ${moved} instead, for good: the page itself is probably gone. Link to where its content is now.`,
          span: urlSpan,
        });
        continue;
      }
      const to = withFragment(moved, reference.url);
      context.report({
        message: `The page has moved permanently to ${to}. Link to it there.`,
        span: urlSpan,
        fixes: fixesFor(reference, written, to),
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The link works as long as the server remembers where the page was. Servers are only asked when you want it: with the command Check Remote Links, or with `deckwright lint --remote`.',
  example: {
    given: 'The server answers that the page has moved permanently.',
    before: '[Guide](https://docs.scs.community/guide#setup)',
    after: '[Guide](https://docs.scs.community/docs/guide#setup)',
    context: {
      environment: {
        remoteLink: (address) =>
          address.endsWith('.community/guide')
            ? { asked: 0, moved: 'https://docs.scs.community/docs/guide' }
            : undefined,
      },
    },
  },
  settings: ['ignoreLinks', 'remote'],
  spared:
    'Temporary redirects, redirects to a login, a slash more or less at the end, short addresses such as `bit.ly`, and addresses written without a scheme that only get another scheme.',
  verdict: 'Mention it in passing: the link still works.',
};

/** Where no scheme is written, the tool chooses it. */
function isOnlyScheme(written: string, from: string, to: string): boolean {
  const rest = (address: string) => address.replace(/^https?:/, '');
  return !/^https?:/i.test(written) && rest(from) === rest(to);
}

function isStartPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}

/** Browsers take the fragment along unless the new address has one. */
function withFragment(to: string, url: string): string {
  const fragment = /#.+$/s.exec(url)?.[0] ?? '';
  return to.includes('#') ? to : to + fragment;
}

/** None where the place of the address within an attribute or a style sheet is not certain. */
function fixesFor({ syntax, url, urlSpan }: DeckReference, written: string, to: string): Fix[] {
  const safe = to.replace(/[()'"<>`|\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  switch (syntax) {
    case 'inline':
    case 'definition':
    case 'autolink':
    case 'bare':
      return [changeTo(safe, urlSpan)];
    case 'html':
      return written === url || written === escapeHtml(url) ? [changeTo(escapeHtml(safe), urlSpan)] : [];
    case 'comment':
    case 'css':
    case 'frontMatter':
      return written === url ? [changeTo(safe, urlSpan)] : [];
  }
}

import { escapeRegExp } from '../../text/escapeRegExp';

/** Fragments that name no element: those scripts read, lines of code, comments of issues, the top of the page. */
const OF_SCRIPTS =
  /^[/!:]|[=&?]|^(?:L\d|top$|issuecomment-|issue-|pullrequestreview-|discussion|commitcomment-|diff-|note_|r\d+$)/i;

/** What is longer is rather what a script has stored there. */
const MAX_NAME = 120;

/** Whether a fragment is the name of an element of the page, as far as one can tell. */
export function isPlainFragment(fragment: string): boolean {
  return fragment !== '' && fragment.length <= MAX_NAME && !OF_SCRIPTS.test(fragment);
}

/**
 * Which fragments a page certainly does not have. None if scripts may make the page's headings, because the server
 * sent no heading that can be linked to.
 */
export function missingFragments(html: string, fragments: readonly string[]): string[] {
  if (!HEADING_WITH_ID.test(html)) return [];
  const isMisread = html.includes('\ufffd');
  return fragments.filter((fragment) => {
    if (isMisread && /[^\0-\x7f]/.test(fragment)) return false;
    return !mentions(html, fragment);
  });
}

/** A heading with an id or an anchor in it, or GitHub's way of naming one. */
const HEADING_WITH_ID =
  /<h[1-6]\s[^>]{0,500}\bid=|<h[1-6][^>]{0,500}>\s*<a\s[^>]{0,500}\b(?:id|name)=|user-content-/i;

/**
 * Whether a value between quotes, a link or an unquoted attribute ends with the name, anywhere on the page. That says more
 * than ids and names do, so that nothing is missed that a script turns into them.
 */
function mentions(html: string, name: string): boolean {
  const spellings = new Set([name, encodeURIComponent(name), name.replaceAll('&', '&amp;')]);
  return [...spellings].some((spelling) => {
    return new RegExp(`["'=#]\\s*(?:user-content-)?${escapeRegExp(spelling)}(?=\\\\?["'\\s>])`, 'i').test(
      html,
    );
  });
}

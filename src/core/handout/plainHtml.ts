import type { HtmlTag } from '../markup/htmlTags';
import type { ReferenceKind } from '../markup/referenceKind';
import { escapeHtml } from '../text/escapeHtml';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';

/**
 * What leads to the same as a URL of a slide, from where the document is; null if nothing does. `offset` is that of the
 * URL in the slide's text.
 */
export type Resolve = (url: string, kind: ReferenceKind, offset: number) => string | null;

/**
 * Where HTML is: among the words of a paragraph, in a block that becomes markdown, or in one that stays HTML because
 * markdown has no other way to say it.
 */
type Place = 'inline' | 'block' | 'kept';

const NAMES = (names: string) => new Set(names.split(' '));
/** What these elements say can't be said in markdown. Others are layout. */
const KEPT_BLOCKS = NAMES(
  'table thead tbody tfoot tr td th caption ul ol li dl dt dd details summary pre blockquote',
);
const KEPT_INLINE = NAMES('b strong i em u s del ins sub sup kbd code samp var mark q abbr cite br');
const BLOCKS = NAMES('p div center section article header footer main figure figcaption hr');
const KEPT_ATTRIBUTES = NAMES('alt title colspan rowspan start open');
const PLAYERS = NAMES('video audio source iframe embed');
const WITH_CONTENT = NAMES('style script template svg');

/** Whether an HTML block with these tags stays HTML. */
export function staysHtml(tags: readonly HtmlTag[]): boolean {
  return tags.some(({ name }) => KEPT_BLOCKS.has(name));
}

/** What remains of the tags of one block: edits, in the order of the text, that may be within each other. */
export function plainTags(tags: readonly HtmlTag[], place: Place, resolve: Resolve): TextEdit[] {
  const links: (string | null)[] = [];
  const edits: TextEdit[] = [];
  for (const [index, tag] of tags.entries()) {
    if (WITH_CONTENT.has(tag.name)) {
      if (!tag.closing) edits.push({ span: elementSpan(tags, index), newText: '' });
    } else if (tag.name === 'a' && place !== 'kept') {
      edits.push({ span: tag.span, newText: linkText(tag, links, resolve) });
    } else {
      edits.push({ span: tag.span, newText: plainTag(tag, place, resolve) });
    }
  }
  return edits;
}

function elementSpan(tags: readonly HtmlTag[], index: number): Span {
  const { name, span } = tags[index]!;
  const close = tags.find((tag, at) => at > index && tag.closing && tag.name === name);
  return close ? { start: span.start, end: close.span.end } : span;
}

/** `[` or `](…)`. Links without an address are only words. */
function linkText(tag: HtmlTag, links: (string | null)[], resolve: Resolve): string {
  if (tag.closing) {
    const open = links.pop();
    return open == null ? '' : `](${open})`;
  }
  const url = urlOf(tag, 'href', 'link', resolve);
  links.push(url === null ? null : asDestination(url));
  return url === null ? '' : '[';
}

function plainTag(tag: HtmlTag, place: Place, resolve: Resolve): string {
  const { name, closing } = tag;
  if (name === 'img' && place !== 'kept') return picture(tag, resolve);
  if (PLAYERS.has(name)) {
    const url = closing ? null : urlOf(tag, 'src', 'media', resolve);
    if (url === null) return '';
    return place === 'kept'
      ? `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`
      : `[${url}](${asDestination(url)})`;
  }
  // Browsers read `</br>` as `<br>`.
  if (name === 'br') return '<br>';
  if (place === 'kept' || KEPT_INLINE.has(name)) return isKept(name) ? keptTag(tag, resolve) : '';
  if (place === 'inline') return '';
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return closing ? '\n\n' : `\n\n${'#'.repeat(Number(level))} `;
  return BLOCKS.has(name) ? '\n\n' : '';
}

function isKept(name: string): boolean {
  return KEPT_BLOCKS.has(name) || KEPT_INLINE.has(name) || /^(?:a|img|h[1-6])$/.test(name);
}

/** Without the attributes that are for looks. */
function keptTag(tag: HtmlTag, resolve: Resolve): string {
  if (tag.closing) return `</${tag.name}>`;
  const attributes = tag.attributes.flatMap(({ name, value }) => {
    const isUrl = (tag.name === 'a' && name === 'href') || (tag.name === 'img' && name === 'src');
    const kept = isUrl ? urlOf(tag, name, name === 'href' ? 'link' : 'image', resolve) : value;
    if (kept === null || !(isUrl || KEPT_ATTRIBUTES.has(name))) return [];
    return [kept === '' && !isUrl ? ` ${name}` : ` ${name}="${escapeHtml(kept)}"`];
  });
  return `<${tag.name}${attributes.join('')}>`;
}

function picture(tag: HtmlTag, resolve: Resolve): string {
  const url = urlOf(tag, 'src', 'image', resolve);
  if (url === null) return '';
  const alt = tag.attributes.find(({ name }) => name === 'alt')?.value ?? '';
  return `![${alt.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ')}](${asDestination(url)})`;
}

/** reveal.js loads `data-src` when the slide is near. */
function urlOf(tag: HtmlTag, name: string, kind: ReferenceKind, resolve: Resolve): string | null {
  const attribute =
    tag.attributes.find((each) => each.name === name) ??
    tag.attributes.find((each) => each.name === `data-${name}`);
  const url = attribute?.value.trim();
  return url ? resolve(url, kind, attribute!.valueSpan.start) : null;
}

/** A URL between the brackets of a markdown link. */
export function asDestination(url: string): string {
  return url.replace(
    /[\s()<>\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

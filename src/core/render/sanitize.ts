import { escapeAttrValue, friendlyAttrValue, parseAttr, parseTag } from 'xss';
import { isAllowedAttribute, isAllowedTag } from './allowList';

/** A slide's text after HedgeDoc's filter. */
export interface FilteredSource {
  readonly text: string;
  /** For each line of `text` its line in the source, both 0-based; null if they agree. */
  readonly sourceLines: readonly number[] | null;
}

/**
 * HedgeDoc's filter (docs/hedgedoc.md, 6): every tag is either rewritten with the attributes it may have or
 * shown as text. It ignores HTML's structure and does not check URLs: the resulting tree of the slide is
 * checked by purify.ts.
 */
export function filterHtml(html: string): string {
  return filter(html, () => {});
}

/**
 * The filter applied to the markdown source, including code blocks, followed by HedgeDoc's restoring of
 * `&lt;` and `&gt;`: so a written `&lt;b&gt;` is a tag, and tags inside code lose attributes
 * (docs/hedgedoc.md, Q4 and 6).
 */
export function filterSource(markdown: string): FilteredSource {
  const lost: LostLines[] = [];
  const filtered = markdown.includes('<')
    ? filter(markdown, (position, tag, kept) => {
        const count = lineEndsIn(tag) - lineEndsIn(kept);
        if (count > 0) lost.push({ position, count });
      })
    : markdown;
  return {
    text: filtered.replace(/&lt;/g, '<').replace(/&gt;/g, '>'),
    sourceLines: lost.length > 0 ? sourceLines(filtered, lost) : null,
  };
}

/** A tag that spanned several lines and now spans fewer: what follows has moved up. */
interface LostLines {
  readonly position: number;
  readonly count: number;
}

function sourceLines(filtered: string, lost: readonly LostLines[]): number[] {
  const lines = [0];
  let shift = 0;
  let next = 0;
  for (let end = filtered.indexOf('\n'); end !== -1; end = filtered.indexOf('\n', end + 1)) {
    for (; next < lost.length && lost[next]!.position <= end; next++) shift += lost[next]!.count;
    lines.push(lines.length + shift);
  }
  return lines;
}

/** Position of a tag in the filter's output, the tag as written and what it became. */
type OnTag = (position: number, tag: string, kept: string) => void;

function filter(html: string, onTag: OnTag): string {
  return parseTag(
    html,
    (_sourcePosition, position, name, tag, isClosing) => {
      const kept = keepTag(name, tag, isClosing);
      if (tag.includes('\n')) onTag(position, tag, kept);
      return kept;
    },
    escapeButComments,
  );
}

function keepTag(name: string, tag: string, isClosing: boolean): string {
  if (!isAllowedTag(name, 'hedgedoc') || hasTooManyBlanks(tag)) return escapeButComments(tag);
  if (isClosing) return `</${name}>`;
  const { attributes, selfClosing } = insideOf(tag);
  const kept = parseAttr(attributes, (attribute, value) => keepAttribute(name, attribute, value));
  return `<${name}${kept && ` ${kept}`}${selfClosing ? ' /' : ''}>`;
}

function keepAttribute(tag: string, name: string, value: string): string {
  if (!isAllowedAttribute(tag, name, 'hedgedoc')) return '';
  if (name === 'href' || name === 'src' || isAllowedAttribute('', name, 'hedgedoc')) {
    return `${name}="${escapeAttrValue(value)}"`;
  }
  const friendly = escapeAttrValue(friendlyAttrValue(value));
  return friendly ? `${name}="${friendly}"` : name;
}

function insideOf(tag: string): { attributes: string; selfClosing: boolean } {
  const blank = tag.search(/\s/);
  if (blank === -1) return { attributes: '', selfClosing: tag.at(-2) === '/' };
  const inside = tag.slice(blank + 1, -1).trim();
  const selfClosing = inside.endsWith('/');
  return { attributes: selfClosing ? inside.slice(0, -1).trim() : inside, selfClosing };
}

/** xss reads the whole tag again at every space in it: a tag of thousands of spaces is treated as text. */
function hasTooManyBlanks(tag: string): boolean {
  return tag.length > 500 && (tag.match(/\s/g)?.length ?? 0) > 200;
}

/** Replaces `<` and `>` with entities, except those of comments, which carry attributes. */
function escapeButComments(text: string): string {
  return text.replace(/<(?!!--)/g, '&lt;').replace(/(?<!--)>/g, '&gt;');
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

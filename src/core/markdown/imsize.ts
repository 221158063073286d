import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/**
 * Pictures with a size, `![alt](url "title" =200x100)` (docs/hedgedoc.md, 5.2): digits and `%`, one `x`, a
 * space before the `=` and none after it. Sets `width` and `height`. The alt text is HedgeDoc's, too: it
 * keeps emphasis marks.
 */
export function imsizePlugin(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'image_with_size', image);
}

interface Target {
  readonly href: string;
  readonly title: string;
  readonly size: readonly [name: string, value: string][];
  /** Position after the closing bracket. */
  readonly end: number;
}

function image(state: StateInline, silent: boolean): boolean {
  const { src, pos, md } = state;
  if (!src.startsWith('![', pos)) return false;
  const labelEnd = md.helpers.parseLinkLabel(state, pos + 1, false);
  if (labelEnd < 0) return false;
  const label = src.slice(pos + 2, labelEnd);
  const target =
    src[labelEnd + 1] === '('
      ? inlineTarget(state, labelEnd + 2)
      : referenceTarget(state, label, labelEnd + 1);
  if (!target) return false;
  if (!silent) {
    const token = state.push('image', 'img', 0);
    token.content = label;
    token.children = altText(state, label);
    token.attrs = [['src', target.href], ['alt', ''], ...target.size];
    if (target.title) token.attrs.splice(2, 0, ['title', target.title]);
  }
  state.pos = target.end;
  return true;
}

function inlineTarget({ src, posMax, md }: StateInline, start: number): Target | null {
  let pos = skipBlanks(src, start, posMax);
  let href = '';
  const destination = md.helpers.parseLinkDestination(src, pos, posMax);
  if (destination.ok) {
    const link = md.normalizeLink(destination.str);
    if (md.validateLink(link)) {
      href = link;
      pos = destination.pos;
    }
  }
  const beforeTitle = pos;
  pos = skipBlanks(src, pos, posMax);
  const title = md.helpers.parseLinkTitle(src, pos, posMax);
  const hasTitle = pos < posMax && pos !== beforeTitle && title.ok;
  if (hasTitle) pos = skipBlanks(src, title.pos, posMax);
  const { size, end } = readSize(src, pos, posMax);
  if (end >= posMax || src[end] !== ')') return null;
  return { href, title: hasTitle ? title.str : '', size, end: end + 1 };
}

const SIZE = /=(?=[\dx])([\d%]*)x([\d%]*)[ \n]*/y;

function readSize(src: string, pos: number, max: number): Pick<Target, 'size' | 'end'> {
  SIZE.lastIndex = pos;
  const match = src[pos - 1] === ' ' && pos < max ? SIZE.exec(src) : null;
  if (!match) return { size: [], end: pos };
  const sides: [string, string][] = [
    ['width', match[1]!],
    ['height', match[2]!],
  ];
  return { size: sides.filter(([, value]) => value !== ''), end: SIZE.lastIndex };
}

function referenceTarget(state: StateInline, label: string, labelEnd: number): Target | null {
  const { src, posMax, md, env } = state;
  if (!env.references) return null;
  let name = label;
  let end = labelEnd;
  const bracket = skipBlanks(src, labelEnd, posMax);
  if (src[bracket] === '[' && bracket < posMax) {
    const close = md.helpers.parseLinkLabel(state, bracket);
    if (close >= 0) {
      name = src.slice(bracket + 1, close) || label;
      end = close + 1;
    }
  }
  const reference = env.references[md.utils.normalizeReference(name)];
  return reference ? { href: reference.href, title: reference.title ?? '', size: [], end } : null;
}

/** The label's tokens before emphasis is paired; escaped characters and entities are lost, as in HedgeDoc. */
function altText({ md, env }: StateInline, label: string): Token[] {
  const tokens: Token[] = [];
  const inner = new md.inline.State(label, md, env, tokens);
  md.inline.tokenize(inner);
  return tokens.filter(({ type }) => type !== 'text_special');
}

function skipBlanks(src: string, pos: number, max: number): number {
  while (pos < max && (src[pos] === ' ' || src[pos] === '\n')) pos++;
  return pos;
}

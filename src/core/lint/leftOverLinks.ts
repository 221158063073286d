import type { Markup, TextBlock } from '../markup/markup';
import { visibleTexts } from '../markup/visibleTexts';
import { type Span, spanAt } from '../text/spans';
import { changeTo } from './changeTo';
import { leftOut } from './leftOut';
import { type Meant, readTarget, type Tool, writeImage, writeTarget } from './linkTarget';
import type { Fix, RuleFinding, SlideContext } from './rule';

type Slide = Pick<SlideContext, 'text' | 'markup' | 'dialect' | 'isGuess'>;

/** `[text](…`, `![alt](…` and `![[file]]` that markdown leaves as text. */
export function leftOverLinks({ text, markup, dialect, isGuess }: Slide): RuleFinding[] {
  // Of what is markup nothing is left in the visible text.
  if (!visibleTexts(markup).some((visible) => /\]\(|!\[\[/.test(visible.text))) return [];
  const reader = new Reader(text, markup, isGuess ? null : dialect === 'hedgedoc' ? 'hedgedoc' : 'reveal');
  return markup.blocks.flatMap((block) => [...reader.links(block), ...reader.embeds(block)]);
}

/** In UTF-16 code units. No address with title and size is longer. */
const MAX_TARGET = 1000;

class Reader {
  readonly #visible: readonly Span[];

  constructor(
    readonly text: string,
    markup: Markup,
    readonly tool: Tool,
  ) {
    this.#visible = visibleTexts(markup).map(({ span }) => span);
  }

  *links(block: TextBlock): Generator<RuleFinding> {
    const { text } = this;
    const stop = /[)\r\n]/g;
    // Looked for once, however many brackets are open before it.
    let firstEnd = -1;
    for (const { match, start } of this.#shown(block, /(!?)\[([^[\]\r\n]*)\]\(/g)) {
      const from = start + match[0].length;
      if (firstEnd < from) {
        stop.lastIndex = from;
        firstEnd = Math.min(stop.exec(text)?.index ?? block.span.end, block.span.end);
      }
      const end = this.#closing(from, block.span.end) ?? firstEnd;
      const target = text.slice(from, end);
      const found =
        end < block.span.end && text[end] === ')'
          ? this.#closed({ start, end: end + 1 }, from, target, match[1] === '!' ? match[2]! : null)
          : unclosed(start, from, target);
      if (found) yield found;
    }
  }

  *embeds(block: TextBlock): Generator<RuleFinding> {
    const pattern = /!\[\[([^[\]\r\n|#]{1,200}\.\w{2,5})(?:\|([^[\]\r\n]{0,200}))?\]\]/g;
    for (const { match, start } of this.#shown(block, pattern)) {
      const span = { start, end: start + match[0].length };
      const [, path = '', behind = ''] = match;
      const [, width = '', height = ''] = /^(\d+)?(?:x(\d+))?$/.exec(behind) ?? [];
      const size = width || height ? { width, height } : null;
      const meant: Meant = { address: path.startsWith('.') ? path : `./${path}`, title: null, size };
      const newText = writeImage(size ? '' : behind, meant, this.tool);
      yield {
        message: 'Only Obsidian knows `![[…]]`, so this is shown as text. Write a picture: `![](./…)`.',
        span,
        fixes: [changeTo(newText, span)],
      };
    }
  }

  /** Matches of which the brackets are text on the slide. */
  *#shown(
    { span }: TextBlock,
    pattern: RegExp,
  ): Generator<{ readonly match: RegExpExecArray; readonly start: number }> {
    for (const match of this.text.slice(span.start, span.end).matchAll(pattern)) {
      const start = span.start + match.index;
      const isShown = (at: number) => spanAt(this.#visible, at) !== undefined;
      if (isShown(start) && isShown(start + match[0].length - 2)) yield { match, start };
    }
  }

  /** The parenthesis that closes the one before `from` in its line, if those between are balanced. */
  #closing(from: number, end: number): number | null {
    let depth = 1;
    for (let at = from; at < Math.min(end, from + MAX_TARGET); at++) {
      const sign = this.text[at]!;
      if (sign === '\n' || sign === '\r') return null;
      if (sign === '(') depth++;
      if (sign === ')' && --depth === 0) return at;
    }
    return null;
  }

  #closed(span: Span, from: number, target: string, alt: string | null): RuleFinding | null {
    const scheme = /^\s*(javascript|vbscript|file|data):/i.exec(target)?.[1];
    if (scheme && this.tool !== 'hedgedoc') return leftOut(`${scheme}:`, span);
    if (scheme) {
      const message = `HedgeDoc makes no links or pictures of addresses that begin with "${scheme}:": this is shown as text. Use "https:" or a path.`;
      return { message, span };
    }
    if (target.length > MAX_TARGET || target.includes('](')) return null;
    // `Look![here](…)`
    const isPicture = alt !== null && !/\w/.test(this.text[span.start - 1] ?? '');
    const written = readTarget(target, alt !== null);
    if (!isPicture && !looksLikeAddress(written.address)) return null;
    const fault = faultOf(written, alt !== null, this.tool);
    if (!fault)
      return target.includes('(') ? unclosed(span.start, from, this.text.slice(from, span.end)) : null;
    const place = { start: from, end: from + target.length };
    return { message: fault.message, span, fixes: this.#repairs(written, fault, span, place, alt) };
  }

  #repairs(meant: Meant, { kind }: Fault, span: Span, place: Span, alt: string | null): Fix[] {
    if (isDrive(meant.address)) return [];
    if (meant.size && alt === null) return [changeTo(writeTarget({ ...meant, size: null }), place)];
    if (meant.size && this.tool !== 'hedgedoc')
      return [changeTo(writeImage(alt ?? '', meant, this.tool), span)];
    return [changeTo(writeTarget(meant), place, kind)];
  }
}

const ADDRESS = /^(?:https?:\/\/|www\.|mailto:|\.{0,2}\/|#)\S*|^[\w./-]+\.\w{2,4}(?=\s|$)/i;

function looksLikeAddress(address: string): boolean {
  return ADDRESS.test(address) || isDrive(address) || /[^\s.]\.[a-z]\w{1,4}$/i.test(address);
}

function isDrive(address: string): boolean {
  return /^(?:[a-z]:)?\\/i.test(address);
}

function unclosed(start: number, from: number, rest: string): RuleFinding | null {
  const address = ADDRESS.exec(rest)?.[0];
  if (!address) return null;
  const end = from + address.length;
  return {
    message: 'The parenthesis is not closed, so this is shown as text. Close it after the address.',
    span: { start, end },
    fixes: [{ title: 'Insert )', edits: [{ span: { start: end, end }, newText: ')' }], kind: 'offered' }],
  };
}

interface Fault {
  readonly message: string;
  readonly kind: Fix['kind'];
}

type Written = ReturnType<typeof readTarget>;

function faultOf(written: Written, isPicture: boolean, tool: Tool): Fault | null {
  const { address, size, faults } = written;
  const offered = (message: string): Fault => ({ message, kind: 'offered' });
  if (address.includes('\\'))
    return offered(
      `"${address}" is a Windows path with spaces, which is shown as text. ${isDrive(address) ? 'Name a file beside the deck or a web address.' : 'Write "/" between folders and "%20" for each space.'}`,
    );
  if (size && !isPicture)
    return offered('Only a picture can have a size, so this link is shown as text. Remove the size.');
  if (size && tool === 'reveal')
    return offered(
      'In reveal.js a markdown picture cannot have a size, so this is shown as text. Write an <img> tag.',
    );
  if (size && faults.size)
    return {
      message:
        tool === 'hedgedoc'
          ? 'This is not a size for HedgeDoc, so the picture is shown as text. End it with "=200x", "=x100" or "=200x100": whole numbers or percentages, an "x", a space only before.'
          : 'This is not a size, so the picture is shown as text. Write an <img> tag.',
      kind: size.isExact && !faults.title && !faults.spaces ? 'visible' : 'offered',
    };
  if (faults.title)
    return offered(
      'The title is not between straight quotation marks, so this is shown as text. Write "…" around it, and none within.',
    );
  if (faults.angle)
    return offered('The "<" before the address is not closed, so this is shown as text. Remove it.');
  if (faults.spaces)
    return offered('An address cannot contain spaces, so this is shown as text. Write "%20" for each.');
  return null;
}

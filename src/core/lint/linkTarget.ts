import { escapeHtml } from '../text/escapeHtml';

/** Whose syntax is written; null if the deck's tool is a guess. */
export type Tool = 'hedgedoc' | 'reveal' | null;

/** Pixels without a unit, or a percentage. One of them may be empty; both are if they say nothing, as in `=auto`. */
interface Size {
  readonly width: string;
  readonly height: string;
}

/** What an author means by the text between the parentheses of a link or picture. */
export interface Meant {
  /** May contain spaces. */
  readonly address: string;
  readonly title: string | null;
  readonly size: Size | null;
}

/** The same as it was written. */
export interface WrittenTarget extends Meant {
  /** Exact if it has only whole numbers. */
  readonly size: (Size & { readonly isExact: boolean }) | null;
  /** What markdown does not read. */
  readonly faults: {
    readonly size: boolean;
    readonly title: boolean;
    readonly angle: boolean;
    readonly spaces: boolean;
  };
}

/** Reads leniently what is between the parentheses. In a link, only what can be nothing else is a size. */
export function readTarget(target: string, isPicture: boolean): WrittenTarget {
  const mayHaveSize = isPicture || /[ \t]=(?:\d+[xX]\d*|[xX]\d+)[ \t]*$/.test(target);
  const withSize = mayHaveSize ? readSize(target.trim()) : { rest: target.trim(), size: null };
  const withTitle = readTitle(withSize.rest);
  // A size may also be before the title.
  const early = isPicture && !withSize.size && withTitle.title !== null ? readSize(withTitle.rest) : null;
  const { rest, size } = early?.size ? early : { rest: withTitle.rest, size: withSize.size };
  const angle = /^<([^<>]*)(>?)$/.exec(rest);
  const address = angle ? angle[1]!.trim() : rest;
  return {
    address,
    title: withTitle.title,
    size,
    faults: {
      size: size !== null && (early?.size !== undefined || !VALID_SIZE.test(target)),
      title: withTitle.isFaulty,
      angle: angle !== null && angle[2] === '',
      spaces: angle?.[2] !== '>' && /\s/.test(address),
    },
  };
}

/** As HedgeDoc reads it (docs/hedgedoc.md, 5.2). */
const VALID_SIZE = / =(?=[\dx])[\d%]*x[\d%]* *$/;

const NUMBER = String.raw`(\d{1,5}(?:\.\d{1,5})?(?:px|%)?)`;
/** `=300px`, `= 300 x 200`, `300X200`: with an equals sign, or two numbers. */
const SIZES = new RegExp(
  String.raw`(?<=^|[ \t])(?:=[ \t]{0,3}(?:${NUMBER}[ \t]{0,3}(?:[xX×*][ \t]{0,3}${NUMBER}?)?|[xX×*][ \t]{0,3}${NUMBER})|${NUMBER}[ \t]{0,3}[xX×*][ \t]{0,3}${NUMBER})$`,
);
/** `width=300`, also of both sides. */
const NAMED =
  /(?<=^|[ \t])(?:(?:width|height|size)[ \t]{0,3}[=:][ \t]{0,3}["']?\d[\d.]{0,9}(?:px|%)?["']?[ \t,]{0,3}){1,2}$/i;

/** `=auto` */
const NO_SIZE = /(?<=[ \t])=[a-z%]{0,20}$/i;

function readSize(text: string): { rest: string; size: WrittenTarget['size'] } {
  const plain = SIZES.exec(text);
  const found = plain ?? NAMED.exec(text) ?? NO_SIZE.exec(text);
  if (!found) return { rest: text, size: null };
  const side = (name: string) =>
    new RegExp(`(?:${name})\\s*[=:]\\s*["']?([\\d.]+(?:px|%)?)`, 'i').exec(found[0])?.[1] ?? '';
  const [width, height] = plain
    ? [plain[1] ?? plain[4] ?? '', plain[2] ?? plain[3] ?? plain[5] ?? '']
    : [side('width|size'), side('height')];
  const isExact = /^[^.]+$/.test(`${width}${height}`);
  return {
    rest: text.slice(0, found.index).trimEnd(),
    size: { width: whole(width), height: whole(height), isExact },
  };
}

function whole(side: string): string {
  const number = Math.round(Number.parseFloat(side));
  return Number.isNaN(number) ? '' : `${number}${side.endsWith('%') ? '%' : ''}`;
}

const FILE_ENDING = /\.[a-z]\w{1,4}$/i;

function readTitle(text: string): { rest: string; title: string | null; isFaulty: boolean } {
  const none = { rest: text, title: null, isFaulty: false };
  const start = /[ \t](?=["'“”„«»‘’‚])/.exec(text);
  if (start) {
    const written = text.slice(start.index).trim();
    // `it 'was'.png`
    if (FILE_ENDING.test(written)) return none;
    const title = written.slice(1).replace(/["'“”„«»‘’‚]$/, '');
    const isFaulty = !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')$/.test(written);
    return { rest: text.slice(0, start.index).trimEnd(), title, isFaulty };
  }
  // `./a.png The title`
  const [first = '', ...words] = text.split(/[ \t]+/);
  const isBare =
    words.length > 0 && FILE_ENDING.test(first) && !FILE_ENDING.test(text) && !/^\W/.test(words[0]!);
  return isBare ? { rest: first, title: words.join(' '), isFaulty: true } : none;
}

/** What goes between the parentheses, with the size as HedgeDoc reads it. */
export function writeTarget({ address, title, size }: Meant): string {
  const parts = [encoded(address)];
  if (title !== null) parts.push(quoted(title));
  if (size?.width || size?.height) parts.push(`=${size.width}x${size.height}`);
  return parts.join(' ');
}

/** A whole picture; one with a size is a tag, unless HedgeDoc is sure to read it. */
export function writeImage(alt: string, meant: Meant, tool: Tool): string {
  const { address, title, size } = meant;
  if (!size || tool === 'hedgedoc') return `![${alt}](${writeTarget(meant)})`;
  const attributes = [
    ['src', encoded(address)],
    ['alt', alt],
    ['title', title ?? ''],
    ['width', size.width],
    ['height', size.height],
  ].filter(([name, value]) => name === 'alt' || value !== '');
  return `<img ${attributes.map(([name, value]) => `${name}="${escapeHtml(value!)}"`).join(' ')}>`;
}

function encoded(address: string): string {
  const path = address.replaceAll('\\', '/').replace(/\s/g, '%20');
  return path.split('(').length === path.split(')').length
    ? path
    : path.replaceAll('(', '%28').replaceAll(')', '%29');
}

function quoted(title: string): string {
  if (!title.includes('"')) return `"${title}"`;
  return title.includes("'") ? `"${title.replaceAll('"', '\\"')}"` : `'${title}'`;
}

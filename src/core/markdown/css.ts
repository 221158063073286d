import type { Span } from '../text/spans';

/** An `@import` of a style sheet. */
export interface CssImport {
  readonly url: string;
  /** What follows the URL: a layer, `supports(…)`, media; empty if nothing does. */
  readonly condition: string;
}

/**
 * Rewrites the URLs of a style sheet or of a `style` attribute and removes `@import`, of which `onImport` is
 * told where browsers heed it: before all rules. Reads CSS token by token, so that comments, strings and
 * escapes (`u\72l(…)`) are seen as browsers see them.
 */
export function rewriteCss(
  css: string,
  rewriteUrl: (url: string, span: Span) => string,
  onImport: (found: CssImport) => void = () => {},
): string {
  if (!/[\\@(]/.test(css)) return css;
  return new CssRewriter(css, rewriteUrl, onImport).run();
}

/**
 * The URLs in a style sheet, with the places of what is between the quotes or brackets. Offsets are of `css`.
 */
export function cssUrls(css: string): { readonly url: string; readonly span: Span }[] {
  const found: { url: string; span: Span }[] = [];
  rewriteCss(css, (url, span) => {
    found.push({ url, span });
    return url;
  });
  return found;
}

/** Functions whose strings are URLs, including `url()` itself. */
const URL_FUNCTIONS = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade']);

/** What needs no closer look, and is most of a style sheet. */
const PLAIN = /(?:[^-\w\u0080-\uffff\\@()"'/{}]|[-\w\u0080-\uffff]+(?![-\w\u0080-\uffff\\(]))+/y;
const COMMENT = /\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)/y;
const STRING = /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?/y;
const NAME = /@?(?:[-\w\u0080-\uffff]+|\\(?:[0-9a-f]{1,6}\s?|[^\n0-9a-f]))+/iy;
const BARE_URL = /\s*(?:((?:[^"'()\s\\]|\\[^\n])+)\s*)?\)/y;
/** The rest of an invalid `url(`, as browsers skip it. */
const BAD_URL = /(?!\s*["'])(?:[^)\\]|\\[\s\S])*\)?/y;

class CssRewriter {
  private out = '';
  private position = 0;
  /** Names of the currently open functions and brackets. */
  private readonly open: string[] = [];
  private hasRules = false;

  constructor(
    private readonly css: string,
    private readonly rewriteUrl: (url: string, span: Span) => string,
    private readonly onImport: (found: CssImport) => void,
  ) {}

  run(): string {
    while (this.position < this.css.length) this.step();
    return this.out;
  }

  private step(): void {
    const plain = this.take(PLAIN);
    if (plain) {
      this.out += plain[0];
      return;
    }
    const comment = this.take(COMMENT);
    if (comment) {
      this.out += comment[0];
      return;
    }
    const string = this.take(STRING);
    if (string) {
      this.out += URL_FUNCTIONS.has(this.open.at(-1) ?? '') ? this.string(string[0]) : string[0];
      return;
    }
    const name = this.take(NAME);
    if (name) this.name(name[0]);
    else this.other(this.css[this.position++]!);
  }

  private name(written: string): void {
    const name = decodeEscapes(written).toLowerCase();
    if (name === '@import') {
      const found = this.takeImport();
      if (found && !this.hasRules) this.onImport(found);
      return;
    }
    if (this.css[this.position] !== '(') {
      this.out += written;
      return;
    }
    this.position++;
    this.out += `${written}(`;
    this.open.push(name);
    if (name !== 'url') return;
    const bare = this.take(BARE_URL) ?? this.take(BAD_URL);
    if (bare) {
      const written = bare[1] ?? '';
      const start = bare.index + bare[0].indexOf(written);
      this.out += `${this.rewritten(decodeEscapes(written), { start, end: start + written.length })})`;
      this.open.pop();
    }
  }

  private string(written: string): string {
    const start = this.position - written.length + 1;
    return this.rewritten(unquote(written), { start, end: this.position - (isClosed(written) ? 1 : 0) });
  }

  private other(character: string): void {
    if (character === '(') this.open.push('');
    else if (character === ')') this.open.pop();
    else if (character === '}') this.open.length = 0;
    else if (character === '{') this.hasRules = true;
    this.out += character;
  }

  /** Takes the rest of the statement; null if it names no style sheet. */
  private takeImport(): CssImport | null {
    let url: string | null = null;
    let condition = '';
    while (this.position < this.css.length) {
      if (this.take(COMMENT)) continue;
      const string = this.take(STRING)?.[0];
      const name = string === undefined ? this.take(NAME)?.[0] : undefined;
      const isUrl = name !== undefined && /^url$/i.test(name) && this.css[this.position] === '(';
      if (isUrl) {
        this.position++;
        const bare = this.take(BARE_URL)?.[1];
        if (bare !== undefined) url ??= decodeEscapes(bare);
      } else if (string !== undefined && url === null) {
        url = unquote(string);
        this.take(/\s*\)/y);
      } else {
        const text = string ?? name ?? this.css[this.position++]!;
        if (text === ';') break;
        condition += text;
      }
    }
    return url === null ? null : { url, condition: condition.trim() };
  }

  private rewritten(url: string, span: Span): string {
    const target = this.rewriteUrl(url, span);
    return `"${target.replace(/["\\\n\r\f]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}"`;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.css);
    if (match) this.position = pattern.lastIndex;
    return match;
  }
}

function unquote(string: string): string {
  return decodeEscapes(string.slice(1, isClosed(string) ? -1 : undefined));
}

function isClosed(string: string): boolean {
  return string.length > 1 && string.endsWith(string[0]!);
}

function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(\n)|([\s\S]))/gi,
    (_, code?: string, lineEnd?: string, character?: string) => {
      if (code) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return lineEnd ? '' : character!;
    },
  );
}

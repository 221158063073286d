import type { Span } from '../text/spans';

/**
 * Rewrites the URLs of a style sheet or of a `style` attribute and removes `@import`. Reads CSS token by
 * token, so that comments, strings and escapes (`u\72l(…)`) are seen as browsers see them.
 */
export function rewriteCss(css: string, rewriteUrl: (url: string, span: Span) => string): string {
  if (!/[\\@(]/.test(css)) return css;
  return new CssRewriter(css, rewriteUrl).run();
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

  constructor(
    private readonly css: string,
    private readonly rewriteUrl: (url: string, span: Span) => string,
  ) {}

  run(): string {
    while (this.position < this.css.length) this.step();
    return this.out;
  }

  private step(): void {
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
      this.skipStatement();
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
    this.out += character;
  }

  private skipStatement(): void {
    while (this.position < this.css.length) {
      if (this.take(COMMENT) || this.take(STRING)) continue;
      const name = this.take(NAME);
      if (name && /^url$/i.test(name[0]) && this.css[this.position] === '(') {
        this.position++;
        this.take(BARE_URL);
        continue;
      }
      if (!name && this.css[this.position++] === ';') return;
    }
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

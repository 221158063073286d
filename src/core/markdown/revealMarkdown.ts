import { type BlockToken, getDefaults, Lexer, Parser, Renderer, Tokenizer } from 'marked';
import { countLineEnds } from '../text/lineEnds';
import { revealCode } from './fences';
import type { RenderEnv } from './renderEnv';
import { TooComplex } from './tooComplex';

/**
 * Renders markdown as reveal.js 5 does, by the library and version that it uses: its HTML is what authors of
 * reveal.js decks see, edge cases included (docs/hedgedoc.md, 11.1). Throws `TooComplex`.
 */
export function renderRevealMarkdown(text: string, env: RenderEnv): string {
  const budget = new Budget();
  const tokenizer = new SlideTokenizer(budget);
  const renderer = new SlideRenderer();
  // Mangled mail addresses read the same, but differ each time.
  const options = { ...getDefaults(), mangle: false, tokenizer, renderer };
  const tokens = new SlideLexer(options, tokenizer, budget).lex(text);
  return new SlideParser(options, renderer, env).parse(tokens);
}

/**
 * Several of the library's patterns read the rest of the text at each sign that could begin something, so its
 * time can grow with the square of the text. This counts what it may read at most.
 */
class Budget {
  /** In UTF-16 code units. Slides that somebody wrote by hand need less than a hundredth. */
  #left = 5_000_000;

  spend(cost: number): void {
    this.#left -= cost;
    if (this.#left < 0) throw new TooComplex();
  }
}

/** How much cheaper it is to look for the start of a block than for inline markdown. */
const BLOCK_DISCOUNT = 20;
/** What each paragraph, item or table cell costs, however short. */
const INLINE_COST = 500;
/** Of quotes and lists in each other. */
const MAX_NESTING = 100;

class SlideLexer extends Lexer {
  #nesting = 0;

  constructor(
    options: ConstructorParameters<typeof Lexer>[0],
    readonly slideTokenizer: SlideTokenizer,
    readonly budget: Budget,
  ) {
    super(options);
  }

  override blockTokens(src: string, tokens?: BlockToken[]): BlockToken[] {
    if (++this.#nesting > MAX_NESTING) throw new TooComplex();
    const { lineEnds } = this.slideTokenizer;
    this.slideTokenizer.lineEnds = countLineEnds(src);
    const found = super.blockTokens(src, tokens);
    this.slideTokenizer.lineEnds = lineEnds;
    this.#nesting--;
    return found;
  }

  override inlineTokens(src: string, tokens?: unknown[]): unknown[] {
    this.budget.spend(INLINE_COST + (src.match(/[<[`\\*_~]/g)?.length ?? 0) * src.length);
    return super.inlineTokens(src, tokens);
  }
}

const BLOCKS = [
  'code',
  'fences',
  'heading',
  'hr',
  'blockquote',
  'list',
  'table',
  'lheading',
  'paragraph',
  'text',
] as const;

/** Records where blocks begin. The lexer passes what is left of the text to each method. */
class SlideTokenizer extends Tokenizer {
  /** Of the text whose blocks are being looked for: the slide, a quote or a list item. */
  lineEnds = 0;

  constructor(budget: Budget) {
    super();
    // What the lexer tries first, for a block and within one.
    const { space, escape: escaped } = this;
    this.space = (src) => {
      budget.spend(src.length / BLOCK_DISCOUNT);
      return space.call(this, src);
    };
    this.escape = (src) => {
      budget.spend(src.length);
      return escaped.call(this, src);
    };
    for (const name of BLOCKS) {
      const tokenize = this[name];
      this[name] = (src) => {
        const token = tokenize.call(this, src);
        if (token) token.line = this.lineEnds - countLineEnds(src);
        return token;
      };
    }
  }
}

class SlideRenderer extends Renderer {
  onItem = (html: string): string => html;

  override code(code: string, info: string | undefined): string {
    return revealCode(code, info);
  }

  override listitem(html: string): string {
    return this.onItem(super.listitem(html));
  }
}

/** Writes the blocks' lines as `data-line`. */
class SlideParser extends Parser {
  /** The line, in the rendered text, of what contains the blocks being written. */
  #container = 0;
  /** The lines of those items of the current list that are not written yet. */
  #items: number[] = [];

  constructor(
    options: ConstructorParameters<typeof Parser>[0],
    renderer: SlideRenderer,
    readonly env: RenderEnv,
  ) {
    super(options);
    renderer.onItem = (html) => {
      const line = this.#items.shift();
      this.#container = this.#items[0] ?? 0;
      return this.#marked(html, line);
    };
  }

  override parse(tokens: readonly BlockToken[], top = true): string {
    if (!this.env.sourceLine) return super.parse(tokens, top);
    return blocksOf(tokens)
      .map((block) => this.#parseBlock(block, top))
      .join('');
  }

  #parseBlock(block: readonly BlockToken[], top: boolean): string {
    const [{ type, line: within, items = [] }] = block as [BlockToken];
    const [container, outerItems] = [this.#container, this.#items];
    const line = container + (within ?? 0);
    this.#items = [];
    let next = line;
    for (const { raw } of items) {
      this.#items.push(next);
      next += countLineEnds(raw);
    }
    this.#container = line;
    const html = super.parse(block, top);
    [this.#container, this.#items] = [container, outerItems];
    const isElement = type !== 'html' && (type !== 'text' || top);
    return isElement ? this.#marked(html, line) : html;
  }

  #marked(html: string, line: number | undefined): string {
    if (line === undefined || !this.env.sourceLine) return html;
    return html.replace(/^<\w+/, `$& data-line="${this.env.sourceLine(line)}"`);
  }
}

/** Tokens one by one, but texts that follow each other, which become one paragraph, together. */
function blocksOf(tokens: readonly BlockToken[]): BlockToken[][] {
  const blocks: BlockToken[][] = [];
  for (const token of tokens) {
    const last = blocks.at(-1);
    if (token.type === 'text' && last?.[0]?.type === 'text') last.push(token);
    else blocks.push([token]);
  }
  return blocks;
}

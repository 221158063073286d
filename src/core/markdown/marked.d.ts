/** What Deckwright uses of `marked` 4, which ships without types. */
declare module 'marked' {
  /** A block as the lexer found it. */
  export interface BlockToken {
    readonly type: string;
    readonly raw: string;
    readonly items?: readonly BlockToken[];
    /** Set by `SlideTokenizer`: the line where the block begins, counted from the start of what contains it. */
    line?: number;
  }
  export interface MarkedOptions {
    mangle: boolean;
    renderer: Renderer;
    tokenizer: Tokenizer;
  }
  export function getDefaults(): MarkedOptions;
  type Tokenize = (src: string) => BlockToken | undefined;
  export class Tokenizer {
    space: Tokenize;
    code: Tokenize;
    fences: Tokenize;
    heading: Tokenize;
    hr: Tokenize;
    blockquote: Tokenize;
    list: Tokenize;
    table: Tokenize;
    lheading: Tokenize;
    paragraph: Tokenize;
    text: Tokenize;
    escape: Tokenize;
  }
  export class Lexer {
    constructor(options: MarkedOptions);
    lex(src: string): BlockToken[];
    blockTokens(src: string, tokens?: BlockToken[]): BlockToken[];
    inlineTokens(src: string, tokens?: unknown[]): unknown[];
  }
  export class Renderer {
    code(code: string, info: string | undefined): string;
    listitem(html: string): string;
  }
  export class Slugger {
    slug(text: string): string;
  }
  export class Parser {
    constructor(options: MarkedOptions);
    parse(tokens: readonly BlockToken[], top?: boolean): string;
  }
}

import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Span } from '../text/spans';

/** An attribute of a tag. Offsets are of the given text. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  /** Entities resolved. */
  readonly value: string;
  readonly span: Span;
  /** Without quotes; empty, after the name, if there is no value. */
  readonly valueSpan: Span;
  readonly quote: '"' | "'" | '' | null;
}

/** A tag in markdown. Offsets are of the given text. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly span: Span;
  readonly attributes: readonly HtmlAttribute[];
}

/** A comment in markdown. Offsets are of the given text. */
export interface HtmlComment {
  readonly span: Span;
  /** What is between `<!--` and `-->`, line ends unchanged. */
  readonly text: string;
  /** Where the text starts. */
  readonly start: number;
}

/** The HTML in a markdown text. */
export interface Html {
  readonly tags: readonly HtmlTag[];
  readonly comments: readonly HtmlComment[];
  /** The contents of `<style>` elements. */
  readonly styles: readonly Span[];
}

/** Elements whose content is not HTML. */
const RAW_TEXT: Readonly<Record<string, number>> = {
  style: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/** Reads tags and comments as browsers do. Spans are of the given text. */
export function readHtml(text: string): Html {
  const tags: HtmlTag[] = [];
  const comments: HtmlComment[] = [];
  const styles: Span[] = [];
  if (!text.includes('<')) return { tags, comments, styles };
  const nothing = () => {};
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const tag = readTag(token, text, false);
        tags.push(tag);
        const mode = RAW_TEXT[tag.name];
        if (mode === undefined || tag.selfClosing) return;
        tokenizer.state = mode as never;
        if (tag.name === 'style') styles.push({ start: tag.span.end, end: text.length });
      },
      onEndTag(token) {
        const tag = readTag(token, text, true);
        tags.push(tag);
        const style = tag.name === 'style' ? styles.pop() : undefined;
        if (style) styles.push({ start: style.start, end: Math.min(style.end, tag.span.start) });
      },
      onComment({ location }) {
        const { startOffset: start, endOffset: end } = location!;
        // Not `<!DOCTYPE` or `<?php`, which browsers treat as comments too.
        if (!text.startsWith('<!--', start)) return;
        const inner = text.slice(start + 4, end).replace(/--!?>$/, '');
        comments.push({ span: { start, end }, text: inner, start: start + 4 });
      },
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(text, true);
  return { tags, comments, styles };
}

function readTag(
  { tagName, attrs, location, selfClosing }: Token.TagToken,
  text: string,
  closing: boolean,
): HtmlTag {
  const { startOffset: start, endOffset: end, attrs: places = {} } = location!;
  const attributes = attrs.flatMap(({ name, value }) => {
    const place = places[name];
    return place
      ? [readAttribute(name, value, { start: place.startOffset, end: place.endOffset }, text)]
      : [];
  });
  return { name: tagName, closing, selfClosing, span: { start, end }, attributes };
}

function readAttribute(name: string, value: string, span: Span, text: string): HtmlAttribute {
  const raw = text.slice(span.start, span.end);
  const equals = /\s*=\s*/.exec(raw);
  if (!equals) return { name, value, span, valueSpan: { start: span.end, end: span.end }, quote: null };
  const start = span.start + equals.index + equals[0].length;
  const quote = text[start];
  if (quote !== '"' && quote !== "'")
    return { name, value, span, valueSpan: { start, end: span.end }, quote: '' };
  return { name, value, span, valueSpan: { start: start + 1, end: span.end - 1 }, quote };
}

import type { Token } from 'markdown-it';
import type { Dialect, SlideContent } from '../deck/deck';
import { MAX_SLIDE_LENGTH } from '../deck/limits';
import { getOrSet } from '../text/getOrSet';
import type { Span } from '../text/spans';
import { type Comment, parseAttributeComment } from './attributes';
import { type HtmlTag, readHtml } from './htmlTags';
import { MarkdownPart } from './markdownPart';
import { htmlReferences, markdownReferences, type Reference, usedNames } from './references';

/** Text of one paragraph, heading or table cell, with its inline markdown. */
export interface TextBlock {
  readonly kind: 'heading' | 'paragraph' | 'cell';
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
  readonly inNotes: boolean;
  readonly span: Span;
  /** The pieces shown as written: no emphasis marks, no URLs, no code, no HTML. */
  readonly texts: readonly Piece[];
  /** What a reader sees, including code and link texts; consecutive spaces are one. */
  readonly plain: string;
}

/** A piece of visible text. Offsets are relative to the slide's text. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** A code block. Offsets are relative to the slide's text. */
export interface CodeBlock {
  readonly span: Span;
  /** The words after the opening fence; null for code that is only indented. */
  readonly info: string | null;
  readonly infoSpan: Span;
  readonly inNotes: boolean;
}

/**
 * What one slide's text is as markdown and HTML, with places. All offsets are relative to the slide's text.
 * The text is read as written: HedgeDoc's filter, which runs before its markdown, changes tags but moves
 * nothing.
 */
export interface Markup {
  /** In text order. */
  readonly blocks: readonly TextBlock[];
  readonly code: readonly CodeBlock[];
  /** Where markdown has no effect: code, including inline code, and HTML. Sorted. */
  readonly literal: readonly Span[];
  readonly comments: readonly Comment[];
  readonly tags: readonly HtmlTag[];
  /** The contents of `<style>` elements. */
  readonly styles: readonly Span[];
  /** In text order. */
  readonly references: readonly Reference[];
  /** Lines drawn as a horizontal rule. */
  readonly rules: readonly Span[];
  /** The body as parsed by markdown-it; null if it failed. */
  readonly body: MarkdownPart | null;
}

const markups = new WeakMap<SlideContent, Map<Dialect, Markup>>();

/** Reads a slide's text, once per text and dialect. Never throws: the result is empty if it can't be read. */
export function markupOf(content: SlideContent, dialect: Dialect): Markup {
  const byDialect = getOrSet(markups, content, () => new Map());
  return getOrSet(byDialect, dialect, () => readMarkup(content, dialect));
}

function readMarkup({ text, body, notes }: SlideContent, dialect: Dialect): Markup {
  if (text.length > MAX_SLIDE_LENGTH) return new MarkupReader(text, dialect).finish();
  try {
    const reader = new MarkupReader(text, dialect);
    reader.read(body, false);
    if (notes) reader.read(notes, true);
    return reader.finish();
  } catch {
    // Deliberately catches everything: markdown-it's plugins throw on hostile input.
    return new MarkupReader(text, dialect).finish();
  }
}

class MarkupReader {
  readonly #blocks: TextBlock[] = [];
  readonly #code: CodeBlock[] = [];
  readonly #inlineCode: Span[] = [];
  readonly #html: Span[] = [];
  readonly #parts: MarkdownPart[] = [];
  readonly #rules: Span[] = [];
  #body: MarkdownPart | null = null;

  constructor(
    readonly text: string,
    readonly dialect: Dialect,
  ) {}

  read(span: Span, inNotes: boolean): void {
    const part = new MarkdownPart(this.text, span, this.dialect);
    if (!inNotes) this.#body = part;
    let parent: Token | undefined;
    let cells: { line: number; tokens: Token[] } | null = null;
    for (const token of part.tokens) {
      if (token.type === 'tr_open') cells = { line: token.map![0], tokens: [] };
      if (token.type === 'tr_close' && cells) {
        part.locateCells(cells.tokens, cells.line);
        for (const cell of cells.tokens) this.#readText(cell, 'cell', 0, part, inNotes);
        cells = null;
      }
      if (token.type === 'inline' && cells) cells.tokens.push(token);
      else this.#readBlock(token, parent, part, inNotes);
      parent = token;
    }
    this.#parts.push(part);
  }

  finish(): Markup {
    const html = readHtml(this.#onlyHtml());
    const comments = html.comments.map((comment) => ({
      ...comment,
      attributes: parseAttributeComment(comment.text, this.dialect),
    }));
    const used = new Set(this.#parts.flatMap(usedNames));
    // What the notes define, HedgeDoc's slide may use too.
    const isUnused = (part: MarkdownPart) => (name: string) => part === this.#body && !used.has(name);
    const references = [
      ...this.#parts.flatMap((part) => markdownReferences(part, isUnused(part))),
      ...htmlReferences(this.text, { ...html, comments }, this.dialect),
    ];
    return {
      blocks: this.#blocks,
      code: this.#code,
      literal: [...this.#code.map(({ span }) => span), ...this.#inlineCode, ...this.#html].sort(byStart),
      comments,
      tags: html.tags,
      styles: html.styles,
      references: references.sort((a, b) => byStart(a.span, b.span)),
      rules: this.#rules,
      body: this.#body,
    };
  }

  #readBlock(token: Token, parent: Token | undefined, part: MarkdownPart, inNotes: boolean): void {
    switch (token.type) {
      case 'inline': {
        const level = parent?.type === 'heading_open' ? Number(parent.tag[1]) : 0;
        this.#readText(token, level > 0 ? 'heading' : 'paragraph', level, part, inNotes);
        break;
      }
      case 'fence':
      case 'code_block':
        this.#code.push(codeBlock(token, part, inNotes));
        break;
      case 'html_block':
        this.#html.push(part.lines(...token.map!));
        break;
      case 'hr':
        this.#rules.push(part.lines(...token.map!));
        break;
    }
  }

  #readText(
    block: Token,
    kind: TextBlock['kind'],
    level: number,
    part: MarkdownPart,
    inNotes: boolean,
  ): void {
    const children = block.children ?? [];
    const place = (span: Span) => part.inContent(block, span);
    for (const token of children) {
      const span = part.notes.spans.get(token);
      if (token.type === 'html_inline' && span) this.#html.push(place(span));
      if (token.type === 'code_inline' && span) this.#inlineCode.push(place(span));
    }
    this.#blocks.push({
      kind,
      level,
      inNotes,
      span: place({ start: 0, end: block.content.length }),
      texts: (part.notes.texts.get(block) ?? []).map(({ text, span }) => ({ text, span: place(span) })),
      plain: plainText(children),
    });
  }

  /** The slide's text with spaces for everything but HTML, so that places are kept. */
  #onlyHtml(): string {
    let html = '';
    for (const { start, end } of this.#html.sort(byStart)) {
      if (start < html.length) continue;
      html += this.text.slice(html.length, start).replace(/[^\r\n]/g, ' ') + this.text.slice(start, end);
    }
    return html;
  }
}

function codeBlock(token: Token, part: MarkdownPart, inNotes: boolean): CodeBlock {
  const span = part.lines(...token.map!);
  if (token.type !== 'fence') return { span, info: null, infoSpan: span, inNotes };
  const { start, end } = part.lines(token.map![0], token.map![0] + 1);
  const marker = part.line(token.map![0]).indexOf(token.markup);
  const infoStart = Math.min(start + Math.max(0, marker) + token.markup.length, end);
  return { span, info: token.info.trim(), infoSpan: { start: infoStart, end }, inNotes };
}

function plainText(tokens: readonly Token[]): string {
  const words = tokens.map(({ type, content }) => {
    if (type === 'text' || type === 'code_inline' || type === 'text_special') return content;
    return type === 'softbreak' || type === 'hardbreak' ? ' ' : '';
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

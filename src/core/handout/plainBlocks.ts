import type { Token } from 'markdown-it';
import type { Dialect, SlideContent } from '../deck/deck';
import { embedsIn } from '../markdown/embeds';
import { MarkdownPart } from '../markup/markdownPart';
import { type Markup, markupOf } from '../markup/markup';
import type { Span } from '../text/spans';
import { applyEdits, type TextEdit } from '../text/textEdits';
import { asDestination, plainTags, type Resolve, staysHtml } from './plainHtml';
import { plainReferences } from './plainReferences';

/** A heading, or another block, in plain markdown: no comments, no HTML that is layout. Line ends are LF. */
export type PlainBlock =
  | {
      readonly kind: 'heading';
      /** 1 to 6, as the author has it. */
      readonly level: number;
      /** Its markdown in one line, without the marks of a heading. */
      readonly text: string;
    }
  | {
      readonly kind: 'bullets' | 'numbers' | 'indented' | 'other';
      readonly text: string;
    };

/** The blocks of a slide's text or of its notes. A slide that can't be read is one block, as it is written. */
export function plainBlocks(
  content: SlideContent,
  part: 'body' | 'notes',
  dialect: Dialect,
  resolve: Resolve,
): PlainBlock[] {
  const span = content[part];
  if (!span) return [];
  const markup = markupOf(content, dialect);
  const parsed = part === 'body' ? markup.body : parsedNotes(content, span, markup, dialect);
  if (!parsed) return other(content.text.slice(span.start, span.end));
  return new BlockReader(content.text, markup, parsed, resolve).read();
}

/** The body was read without an error if it is there. */
function parsedNotes(
  { text }: SlideContent,
  span: Span,
  { body }: Markup,
  dialect: Dialect,
): MarkdownPart | null {
  return body && new MarkdownPart(text, span, dialect);
}

class BlockReader {
  readonly #edits: readonly TextEdit[];

  constructor(
    readonly text: string,
    readonly markup: Markup,
    readonly part: MarkdownPart,
    readonly resolve: Resolve,
  ) {
    this.#edits = outermost([
      ...markup.comments.map(({ span }) => ({ span: withSpacesBefore(text, span), newText: '' })),
      ...this.#htmlEdits(),
      ...plainReferences(text, part, resolve),
      ...part.notes.definitions.map(({ span }) => ({ span: part.place(span), newText: '' })),
      ...this.#embedEdits(),
    ]);
  }

  read(): PlainBlock[] {
    const { tokens, span } = this.part;
    const blocks: PlainBlock[] = [];
    let at = span.start;
    for (const [index, token] of tokens.entries()) {
      // Footnotes are where they are written, too.
      if (token.type === 'footnote_block_open') break;
      if (token.level > 0 || token.nesting < 0 || !token.map) continue;
      const place = this.part.lines(...token.map);
      if (place.start < at) continue;
      blocks.push(...other(this.#plain({ start: at, end: place.start })));
      blocks.push(...this.#block(token, tokens[index + 1], place));
      at = place.end;
    }
    return [...blocks, ...other(this.#plain({ start: at, end: span.end }))];
  }

  #block(token: Token, next: Token | undefined, place: Span): PlainBlock[] {
    const text = this.#plain(place);
    switch (token.type) {
      // What separates parts of a slide is part of its look.
      case 'hr':
        return [];
      case 'heading_open':
        return heading(text, token, next?.children ?? []);
      case 'html_block':
        return fromHtml(text, staysHtml(this.#tagsIn(place)));
      case 'bullet_list_open':
        return [{ kind: 'bullets', text }];
      case 'ordered_list_open':
        return [{ kind: 'numbers', text }];
      case 'code_block':
        return [{ kind: 'indented', text }];
      case 'fence':
        return [{ kind: 'other', text }];
      default:
        return other(text);
    }
  }

  #plain(place: Span): string {
    // What is inserted at the end of a block is not at the start of the next.
    const within = this.#edits.filter(({ span }) => contains(place, span) && span.end > place.start);
    const moved = within.map(({ span, newText }) => ({
      span: { start: span.start - place.start, end: span.end - place.start },
      newText,
    }));
    const text = applyEdits(this.text.slice(place.start, place.end), moved);
    return withoutEmptyStart(text.replace(/\r\n?/g, '\n').trimEnd());
  }

  /** HTML in blocks one block at a time, and then the rest, which is among words. */
  #htmlEdits(): TextEdit[] {
    const blocks = this.part.tokens.flatMap(({ type, map }) =>
      type === 'html_block' && map ? [this.part.lines(...map)] : [],
    );
    const inBlocks = blocks.flatMap((block) => {
      const tags = this.#tagsIn(block);
      return plainTags(tags, staysHtml(tags) ? 'kept' : 'block', this.resolve);
    });
    const inline = this.#tagsIn(this.part.span).filter(
      ({ span }) => !blocks.some((block) => contains(block, span)),
    );
    return [...inBlocks, ...plainTags(inline, 'inline', this.resolve)];
  }

  #tagsIn(place: Span) {
    return this.markup.tags.filter(({ span }) => contains(place, span));
  }

  #embedEdits(): TextEdit[] {
    if (this.part.dialect !== 'hedgedoc' || !/\{%|\[TOC\]/i.test(this.text)) return [];
    const { blocks, literal } = this.markup;
    return blocks.flatMap(({ span: block }) => {
      const found = embedsIn(this.text.slice(block.start, block.end));
      return found.flatMap(({ url, start, end }) => {
        const span = { start: block.start + start, end: block.start + end };
        if (literal.some((each) => contains(each, span))) return [];
        return [{ span, newText: url === null ? '' : `[${url}](${asDestination(url)})` }];
      });
    });
  }
}

/** A heading without words, which moves a picture down, is none. */
function heading(text: string, { tag, markup }: Token, children: readonly Token[]): PlainBlock[] {
  const isUnderlined = markup === '=' || markup === '-';
  const lines = isUnderlined ? text.split('\n').slice(0, -1) : [withoutMarks(text)];
  const line = lines.map((each) => withoutBreaks(each.replaceAll('<br>', ' '))).join(' ');
  const isWord = ({ type, content }: Token) => content.trim() !== '' && !/^(?:image|html_inline)$/.test(type);
  return children.some(isWord) ? [{ kind: 'heading', level: Number(tag[1]), text: line }] : other(line);
}

function withoutMarks(heading: string): string {
  const text = heading
    .trim()
    .replace(/^#{1,6}/, '')
    .trim();
  const end = text.length - /#*$/.exec(text.slice(-1000))![0].length;
  return end === 0 || /[ \t]/.test(text[end - 1]!) ? text.slice(0, end).trimEnd() : text;
}

/** The paragraphs of HTML; in HTML, spaces before a line do not make code of it. */
function fromHtml(text: string, isKept: boolean): PlainBlock[] {
  const lines = text.split('\n');
  // An empty line would end the HTML.
  if (isKept) return other(lines.filter((line) => line.trim() !== '').join('\n'));
  const trimmed = lines.map((line) => line.trim()).join('\n');
  return trimmed.split(/\n{2,}/).flatMap((paragraph) => {
    const marks = /^#{1,6}(?= |$)/.exec(paragraph)?.[0];
    if (!marks) return other(paragraph);
    const title = paragraph.slice(marks.length).replaceAll('\n', ' ').trim();
    return title === '' ? [] : [{ kind: 'heading' as const, level: marks.length, text: title }];
  });
}

function other(text: string): PlainBlock[] {
  const words = withoutBreaks(text);
  return words === '' ? [] : [{ kind: 'other', text: words }];
}

/** Without line breaks and kept spaces at the ends, which are layout. */
function withoutBreaks(text: string): string {
  let rest = withoutEmptyStart(text).trimEnd();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/^[ \t]{0,3}(?:<br>|&nbsp;)\s*/i, '')
      .replace(/(?:<br>|&nbsp;)$/i, '')
      .trimEnd();
  }
  return rest;
}

/** Without the lines at the start that have nothing but spaces. */
function withoutEmptyStart(text: string): string {
  const start = text.length - text.trimStart().length;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1);
}

/** Of edits within each other the outer ones. */
function outermost(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const result: TextEdit[] = [];
  let end = -1;
  for (const edit of sorted) {
    if (edit.span.start < end) continue;
    result.push(edit);
    end = edit.span.end;
  }
  return result;
}

/** With the spaces before it, if there are others after it: two at the end of a line would be a line break. */
function withSpacesBefore(text: string, { start, end }: Span): Span {
  if (!/\s|^$/.test(text.slice(end, end + 1))) return { start, end };
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? '')) from--;
  const isIndentation = from === 0 || /[\r\n]/.test(text[from - 1]!);
  return { start: isIndentation ? start : from, end };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

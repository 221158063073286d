import { type AttributeComment, parseAttributeComment } from '../../markup/attributes';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

/** `invalid-background` covers empty and meaningless backgrounds. */
export const ignoredAttribute: Rule = {
  id: 'ignored-attribute',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'HedgeDoc ignores part of an attribute comment.',
  fixes: ['offered'],
  checkSlide({ text, dialect, markup, report }) {
    for (const { start, span } of markup.comments) {
      const comment = text.slice(start, span.end).replace(/-->$/, '');
      for (const found of problemsIn(comment, start, parseAttributeComment(comment, dialect))) report(found);
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc reads attributes only in the form `name="value"`, on the line of `.slide:` or `.element`, and sets only `id`, `class`, `style` and names that begin with `data-`. It ignores everything else without a word.',
  example: {
    before: '* First\n* Second <!-- .element class=“fragment” -->\n',
    after: '* First\n* Second <!-- .element class="fragment" -->\n',
  },
};

interface Attribute {
  readonly name: string;
  readonly value: string;
  /** With its quotes, if any. */
  readonly written: string;
  /** Of name and value. Offsets are of the slide. */
  readonly span: Span;
  readonly valueSpan: Span;
}

const KEYWORD = /^\s*\.(slide|element)(?![\w-]):?/;
const ATTRIBUTE = /(?<![^\s"'])([^\s"'=<>]{1,100})[ \t]{0,20}=[ \t]{0,20}("[^"\r\n]*"|'[^'\r\n]*'|[^\s"']+)/g;

function problemsIn(text: string, start: number, read: AttributeComment | null): RuleFinding[] {
  const keyword = KEYWORD.exec(text);
  if (!keyword) return [];
  const hasColon = keyword[0].endsWith(':');
  const after = keyword[0].length;
  const attributes = attributesIn(text.slice(after), start + after);
  if (attributes.length === 0) return [];
  if (keyword[1] === 'slide' && !hasColon) return [withoutColon(keyword[0], start + after)];
  const lineEnd = start + after + /^[^\r\n]*/.exec(text.slice(after))![0].length;
  const values = new Set(read?.attributes.map(({ valueSpan }) => start + valueSpan.start));
  const here = attributes.filter(({ span }) => span.start < lineEnd);
  const below = attributes.filter(({ span }) => span.start >= lineEnd);
  const isElement = keyword[1] === 'element';
  return [
    ...here.flatMap((attribute) =>
      values.has(attribute.valueSpan.start) ? unsettable(attribute, here, isElement) : unread(attribute),
    ),
    ...(below.length > 0 ? [onOtherLines(below, text, start, keyword[1]!)] : []),
  ];
}

function attributesIn(text: string, offset: number): Attribute[] {
  return [...text.matchAll(ATTRIBUTE)].map((match) => {
    const written = match[2]!;
    const quotes = /^["']/.test(written) ? 1 : 0;
    const start = offset + match.index;
    const end = start + match[0].length;
    return {
      name: match[1]!,
      value: written.slice(quotes, written.length - quotes),
      written,
      span: { start, end },
      valueSpan: { start: end - written.length + quotes, end: end - quotes },
    };
  });
}

function withoutColon(keyword: string, end: number): RuleFinding {
  const start = end - keyword.trim().length;
  return {
    message: 'HedgeDoc needs a colon after ".slide": without it, the whole comment is ignored.',
    span: { start, end },
    fixes: [
      { title: 'Change to .slide:', edits: [{ span: { start: end, end }, newText: ':' }], kind: 'offered' },
    ],
  };
}

/** Attributes that HedgeDoc reads but does not set. */
function unsettable(attribute: Attribute, all: readonly Attribute[], isElement: boolean): RuleFinding[] {
  const { name, span } = attribute;
  if (/^(?:id|class|style|data-.+)$/i.test(name)) return [];
  const fix = isElement ? asStyle(attribute, all) : null;
  return [
    {
      message: `HedgeDoc ignores "${name}" here: it sets only id, class, style and names that begin with data-.${fix ? ` Write ${fix.edits[0]!.newText}.` : ''}`,
      span,
      fixes: fix ? [fix] : [],
    },
  ];
}

function asStyle({ name, value, span }: Attribute, all: readonly Attribute[]): Fix | null {
  const size = /^(\d+(?:\.\d+)?)(%|px|em|rem|vw|vh)?$/.exec(value);
  if (!/^(?:width|height)$/i.test(name) || !size) return null;
  // A second `style` would replace the first.
  if (all.filter((other) => /^(?:width|height|style)$/i.test(other.name)).length > 1) return null;
  const newText = `style="${name.toLowerCase()}: ${size[1]}${size[2] ?? 'px'}"`;
  return changeTo(newText, span);
}

function unread({ name, value, written, span }: Attribute): RuleFinding[] {
  if (value === '') return [];
  if (value.includes('=')) {
    const message = `HedgeDoc ignores "${name}" because its value contains "=". Use an address without it, or a copy of the file beside the deck.`;
    return [{ message, span }];
  }
  const plain = value.replace(/^[“”„‟‘’]+|[“”„‟‘’,;]+$/g, '');
  const newText = `${name}="${plain}"`;
  const fixes: Fix[] = plain.includes('"') ? [] : [changeTo(newText, span)];
  const reason = written.startsWith('"')
    ? 'there are spaces around "="'
    : 'its value is not in straight double quotes';
  return [{ message: `HedgeDoc ignores "${name}" because ${reason}. Write ${newText}.`, span, fixes }];
}

function onOtherLines(
  below: readonly Attribute[],
  text: string,
  offset: number,
  keyword: string,
): RuleFinding {
  const span = { start: below[0]!.span.start, end: below.at(-1)!.span.end };
  const edits = [...text.matchAll(/[ \t]*(?:\r\n|\r|\n)\s*/g)]
    .map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].length }))
    .filter(({ start, end }) => start > offset && end <= span.end && /\S/.test(text.slice(0, start - offset)))
    .map((span) => ({ span, newText: ' ' }));
  return {
    message: `HedgeDoc reads only the line with ".${keyword}" and ignores this. Write all attributes on that line.`,
    span,
    fixes: [{ title: 'Join the lines', edits, kind: 'offered' }],
  };
}

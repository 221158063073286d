import type { Dialect } from '../../deck/deck';
import { type AttributeComment, parseAttributeComment } from '../../markup/attributes';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

/** `invalid-background` covers empty and meaningless backgrounds. */
export const ignoredAttribute: Rule = {
  id: 'ignored-attribute',
  severity: 'warning',
  dialects: 'all',
  description: 'Part of an attribute comment is ignored.',
  fixes: ['offered'],
  checkSlide({ text, dialect, isGuess, markup, report }) {
    for (const { start, span } of markup.comments) {
      const comment = text.slice(start, span.end).replace(/-->$/, '');
      const read = parseAttributeComment(comment, dialect);
      const found = read
        ? problemsIn(comment, start, read, isGuess ? null : dialect)
        : keywordIn(comment, start);
      for (const each of found) report(each);
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc and reveal.js read attributes only in the form `name="value"`, on the line of `.slide:` or `.element`. They ignore everything else without a word, and HedgeDoc also attributes other than `id`, `class`, `style` and those that begin with `data-`.',
  example: {
    before: '* First\n* Second <!-- .element class=“fragment” -->\n',
    after: '* First\n* Second <!-- .element class="fragment" -->\n',
  },
  spared:
    'Comments that are not for `.slide` or `.element`; attributes that the tool of the deck reads, also from the line below, if nothing else is on the line of `.slide:`; and `data-` attributes of your own.',
  verdict: 'Mention it: the slide is shown, without what the comment asks for.',
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

/** Dialect is null if it is a guess: then only what holds in all is said. */
function problemsIn(
  text: string,
  start: number,
  read: AttributeComment,
  dialect: Dialect | null,
): RuleFinding[] {
  const keyword = KEYWORD.exec(text);
  if (!keyword) return [];
  const after = keyword[0].length;
  const attributes = attributesIn(text.slice(after), start + after);
  const isElement = keyword[1] === 'element';
  if (attributes.length === 0) return read.attributes.length === 0 ? bareWords(text, start, keyword[0]) : [];
  const lineEnd = start + after + /^[^\r\n]*/.exec(text.slice(after))![0].length;
  const values = new Set(read.attributes.map(({ valueSpan }) => start + valueSpan.start));
  const isRead = ({ valueSpan }: Attribute) => values.has(valueSpan.start);
  const [known, ignored] = [attributes.filter(isRead), attributes.filter((each) => !isRead(each))];
  const below = ignored.filter(({ span }) => span.start >= lineEnd);
  return [
    ...known.flatMap((attribute) => unsettable(attribute, known, isElement, dialect)),
    ...ignored.filter(({ span }) => span.start < lineEnd).flatMap((attribute) => unread(attribute, dialect)),
    ...(below.length > 0 ? [onOtherLines(below, text, start, keyword[1]!)] : []),
  ];
}

/** A comment that is none of attributes because of its keyword. */
function keywordIn(text: string, start: number): RuleFinding[] {
  const match = /^\s*(\.?[ \t]?([A-Za-z]{3,10}))(:?)(?=\s+(?:id|class|style|data-[\w-]+)[ \t]*=)/.exec(text);
  if (!match) return [];
  const [, written = '', word = '', colon = ''] = match;
  const end = start + match[0].length;
  const place = { start: end - written.length - colon.length, end };
  const meant = nearest(
    word,
    written.startsWith('.') || colon ? KEYWORDS : KEYWORDS.filter((name) => name === word),
  );
  if (meant === undefined) return [];
  const message =
    written === '.slide'
      ? '".slide" needs a colon: without it, the whole comment is ignored.'
      : `"${written}${colon}" is not a keyword, so the whole comment is ignored. Write ".${meant}:".`;
  return [{ message, span: place, fixes: [changeTo(`.${meant}:`, place)] }];
}

const KEYWORDS = ['slide', 'element'];

/** `.element: fragment`. Without a colon only what can be nothing else. */
function bareWords(text: string, offset: number, keyword: string): RuleFinding[] {
  const words = /^\s*([a-z][\w-]*(?:[ \t]+[a-z][\w-]*)*)\s*$/i.exec(text.slice(keyword.length))?.[1];
  if (!words) return [];
  const areClasses = words.split(/\s+/).every((word) => FRAGMENTS.has(word));
  if (!areClasses && !keyword.endsWith(':')) return [];
  const start = offset + text.indexOf(words, keyword.length);
  const span = { start, end: start + words.length };
  const newText = `class="${words}"`;
  const hint = areClasses ? newText : 'name="value"';
  return [
    {
      message: `"${words}" is not an attribute with a value, so it is ignored. Write ${hint}.`,
      span,
      fixes: areClasses ? [changeTo(newText, span)] : [],
    },
  ];
}

/** Classes that reveal.js gives a meaning. */
const FRAGMENTS = new Set(
  (
    'fragment fade-in fade-out fade-up fade-down fade-left fade-right fade-in-then-out fade-in-then-semi-out ' +
    'current-visible semi-fade-out grow shrink strike highlight-red highlight-green highlight-blue ' +
    'highlight-current-red highlight-current-green highlight-current-blue'
  ).split(' '),
);

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

/** Attributes that are read, but not set or not known. */
function unsettable(
  attribute: Attribute,
  all: readonly Attribute[],
  isElement: boolean,
  dialect: Dialect | null,
): RuleFinding[] {
  const { name, span } = attribute;
  const meant = meantFor(name, isElement ? ELEMENT_ATTRIBUTES : SLIDE_ATTRIBUTES);
  if (meant) {
    const place = { start: span.start, end: span.start + name.length };
    const message = `"${name}" has no effect on ${isElement ? 'an element' : 'a slide'}. Did you mean "${meant}"?`;
    return [{ message, span: place, fixes: [changeTo(meant, place)] }];
  }
  if (dialect !== 'hedgedoc' || /^(?:id|class|style|data-.+)$/i.test(name)) return [];
  const fix = isElement ? asStyle(attribute, all) : null;
  return [
    {
      message: `HedgeDoc ignores "${name}" here: it sets only id, class, style and names that begin with data-.${fix ? ` Write ${fix.edits[0]!.newText}.` : ''}`,
      span,
      fixes: fix ? [fix] : [],
    },
  ];
}

/** What reveal.js reads of a slide. */
const SLIDE_ATTRIBUTES = (
  'background background-color background-image background-size background-position background-repeat ' +
  'background-opacity background-video background-video-loop background-video-muted background-iframe ' +
  'background-interactive background-gradient background-transition transition transition-speed autoslide ' +
  'visibility auto-animate auto-animate-id auto-animate-restart auto-animate-easing auto-animate-duration'
).split(' ');

/** What it reads of an element, but for what HTML has without `data-` too. */
const ELEMENT_ATTRIBUTES = (
  'fragment-index line-numbers ln-start-from preview-link preview-image preview-video ' +
  'auto-animate-id auto-animate-easing auto-animate-duration auto-animate-delay'
).split(' ');

/** Shorter names may be anybody's own. */
const LEAST_LETTERS = 8;

/** The attribute, one of those known, that is misspelled or lacks its `data-`; undefined if there is none. */
function meantFor(name: string, attributes: readonly string[]): string | undefined {
  const [, data = '', rest = ''] = /^(data-)?(.*)$/i.exec(name)!;
  // HTML does not tell the case of letters apart.
  const isKnown = attributes.includes(rest.toLowerCase());
  if (isKnown) return data === '' ? `data-${rest}` : undefined;
  const meant = rest.length >= LEAST_LETTERS ? nearest(rest, attributes) : undefined;
  return meant && `data-${meant}`;
}

function asStyle({ name, value, span }: Attribute, all: readonly Attribute[]): Fix | null {
  const size = /^(\d+(?:\.\d+)?)(%|px|em|rem|vw|vh)?$/.exec(value);
  if (!/^(?:width|height)$/i.test(name) || !size) return null;
  // A second `style` would replace the first.
  if (all.filter((other) => /^(?:width|height|style)$/i.test(other.name)).length > 1) return null;
  const newText = `style="${name.toLowerCase()}: ${size[1]}${size[2] ?? 'px'}"`;
  return changeTo(newText, span);
}

function unread({ name, value, written, span }: Attribute, dialect: Dialect | null): RuleFinding[] {
  if (value === '') return [];
  if (value.includes('=') && written.startsWith('"')) {
    if (dialect !== 'hedgedoc') return [];
    const message = `HedgeDoc ignores "${name}" because its value contains "=". Use an address without it, or a copy of the file beside the deck.`;
    return [{ message, span }];
  }
  const plain = value.replace(/^[“”„‟‘’]+|[“”„‟‘’,;]+$/g, '');
  const newText = `${name}="${plain}"`;
  const fixes: Fix[] = /["=]/.test(plain) ? [] : [changeTo(newText, span)];
  const reason = written.startsWith('"')
    ? 'there are spaces around "="'
    : 'its value is not in straight double quotes';
  return [{ message: `"${name}" is ignored because ${reason}. Write ${newText}.`, span, fixes }];
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
    message: `Only one line of attributes is read, so this is ignored. Write all attributes on the line with ".${keyword}".`,
    span,
    fixes: [{ title: 'Join the lines', edits, kind: 'offered' }],
  };
}

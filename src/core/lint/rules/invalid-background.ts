import type { Dialect } from '../../deck/deck';
import { hasKnownKeys } from '../../deck/namedSetups';
import type { Comment } from '../../markup/attributes';
import { parseAttributeComment } from '../../markup/attributes';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import { type BackgroundFault, type BackgroundReader, backgroundFault } from '../backgroundFault';
import { changeTo } from '../changeTo';
import type { DeckContext, Fix, Rule, RuleDocs, RuleFinding } from '../rule';

/** `broken-image` checks whether the picture exists. */
export const invalidBackground: Rule = {
  id: 'invalid-background',
  severity: 'error',
  dialects: 'all',
  description: 'A background is not an address, path, color or gradient, or another replaces it.',
  fixes: ['offered'],
  checkSlide({ text, dialect, isGuess, markup, report }) {
    const comments = markup.comments.filter(({ attributes }) => attributes?.target === 'slide');
    const backgrounds = comments.flatMap((comment) => backgroundsIn(comment, text, dialect));
    const reader = readerOf(dialect, isGuess);
    const faults = backgrounds.flatMap((background) => faultIn(background, reader));
    for (const found of [...faults, ...hiddenIn(backgrounds)]) report(found);
  },
  checkDeck: checkFrontMatter,
};

export const docs: RuleDocs = {
  why: 'HedgeDoc and reveal.js want the bare address of a picture, a color or a gradient. With anything else, such as a whole markdown picture, the slide has no background, and nothing says why. Of several pictures, videos and frames only one is shown; `data-background-image` of reveal.js may list pictures, separated by commas.',
  example: {
    before: '<!-- .slide: data-background="![](./title.jpg)" -->\n# Community Call\n',
    after: '<!-- .slide: data-background="./title.jpg" -->\n# Community Call\n',
  },
  spared:
    'Colors, gradients, paths and addresses, whether they exist or not: `broken-image` covers files. A color below a picture, which shows until the picture is loaded, and the same background twice.',
  verdict:
    'Stop the commit: the background that the author sees in the source is not on the slide. One that another replaces is a warning: the slide has a background.',
};

const NAMES = /^data-background(?:-(?:image|color|gradient|video|iframe))?$/i;

/** A background of the slide. Spans are relative to the slide's text. */
interface Background {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  /** With its name and quotation marks. */
  readonly span: Span;
  readonly removal: TextEdit;
}

function backgroundsIn(comment: Comment, text: string, dialect: Dialect): Background[] {
  const source = text.slice(comment.start, comment.span.end);
  const read = parseAttributeComment(source, dialect)?.attributes ?? [];
  const written = read.map(({ name, value, valueSpan }) => ({ name, value, ...valueSpan }));
  const attributes = [...written, ...emptyAttributes(source)].filter(({ name }) => NAMES.test(name));
  return attributes.flatMap(({ name, value, start, end }) => {
    // Without a value.
    if (source[start - 1] !== '"') return [];
    const valueSpan = { start: comment.start + start, end: comment.start + end };
    const nameStart = valueSpan.start - name.length - 2;
    const span = { start: nameStart, end: valueSpan.end + 1 };
    const removal = written.length <= 1 ? removedComment(comment.span, text) : removedAttribute(span, text);
    const nameSpan = { start: nameStart, end: nameStart + name.length };
    return [{ name: name.toLowerCase(), value, nameSpan, valueSpan, span, removal }];
  });
}

/** These are not read at all. */
function emptyAttributes(comment: string) {
  return [...comment.matchAll(/(data-background(?:-image)?)=""/gi)].map((match) => {
    const start = match.index + match[0].length - 1;
    return { name: match[1]!, value: '', start, end: start };
  });
}

function readerOf(dialect: Dialect, isGuess: boolean): BackgroundReader {
  const isHedgedoc = dialect === 'hedgedoc' && !isGuess;
  return { name: isHedgedoc ? 'HedgeDoc' : 'reveal.js', isCurrent: dialect === 'reveal' && !isGuess };
}

function faultIn(background: Background, reader: BackgroundReader): RuleFinding[] {
  const { name, value, nameSpan, valueSpan, span } = background;
  const fault = backgroundFault(name, value, reader);
  if (!fault) return [];
  const fixes = [...replacing(fault, valueSpan), removing(background)];
  if (fault.attribute) fixes.unshift(changeTo(fault.attribute, nameSpan));
  return [{ message: fault.message, span: value === '' ? span : valueSpan, fixes }];
}

function removing({ removal }: Background): Fix {
  return { title: 'Remove the background', edits: [removal], kind: 'offered' };
}

/** What reveal.js shows at most one of, in its order. */
const LAYERS = ['data-background-image', 'data-background-video', 'data-background-iframe'];

/** Backgrounds that are not shown because of others, of which the last of the same name counts. */
function hiddenIn(backgrounds: readonly Background[]): RuleFinding[] {
  const last = new Map(backgrounds.filter(({ value }) => value !== '').map((each) => [each.name, each]));
  const shorthand = last.get('data-background');
  const picture = shorthand && PICTURE.test(shorthand.value) ? shorthand : last.get('data-background-image');
  const layer = picture ?? LAYERS.map((name) => last.get(name)).find((found) => found !== undefined);
  return backgrounds.flatMap((background) => {
    const { name, value, span } = background;
    const isLayer = LAYERS.includes(name) || background === picture;
    const shown = last.get(name) === background && isLayer ? layer : last.get(name);
    if (!shown || shown === background || value === '' || shown.value === value) return [];
    const where = shown.span.start > span.start ? 'below' : 'above';
    const message = `This background is not shown: ${shown.name}="${shown.value}" ${where} replaces it. Keep one of them.`;
    return [{ message, span, fixes: [removing(background)], severity: 'warning' }];
  });
}

/** By what reveal.js takes `data-background` for a picture. */
const PICTURE = /^(?:http|file|\/\/)|\.(?:svg|png|jpg|jpeg|gif|bmp)(?:[?#\s]|$)/i;

function checkFrontMatter({ deck, report }: DeckContext): void {
  const { text, frontMatter, setup, dialect, isGuess } = deck;
  if (isGuess || !hasKnownKeys(setup)) return;
  const key = dialect === 'hedgedoc' ? 'slideOptions' : 'revealOptions';
  const entry = frontMatter?.entries.get(`${key}.parallaxBackgroundImage`);
  const options = frontMatter?.values[key];
  if (!entry || !options || typeof options !== 'object' || Array.isArray(options)) return;
  const value = options.parallaxBackgroundImage ?? '';
  const reader = readerOf(dialect, isGuess);
  const fault = typeof value === 'string' ? backgroundFault('data-background', value, reader) : null;
  if (!fault) return;
  const { start, end } = entry.value;
  const quoted = /^['"]$/.test(text[start] ?? '') ? { start: start + 1, end: end - 1 } : entry.value;
  const span = value === '' ? entry.key : quoted;
  report({ message: fault.message, span, fixes: replacing(fault, quoted) });
}

function replacing({ meant }: BackgroundFault, span: Span): Fix[] {
  return meant ? [changeTo(meant, span)] : [];
}

function removedAttribute({ start, end }: Span, text: string): TextEdit {
  return { span: { start: text[start - 1] === ' ' ? start - 1 : start, end }, newText: '' };
}

/** With its line, if nothing else is on it. */
function removedComment({ start, end }: Span, text: string): TextEdit {
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + 100))?.[0];
  const alone = lineEnd && (start === 0 || /[\r\n]/.test(text[start - 1]!));
  return { span: { start, end: alone ? end + lineEnd.length : end }, newText: '' };
}

import type { Dialect } from '../../deck/deck';
import { classifyUrl } from '../../files/urls';
import type { Comment } from '../../markup/attributes';
import { parseAttributeComment } from '../../markup/attributes';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import { changeTo } from '../changeTo';
import type { DeckContext, Fix, Rule, RuleDocs, RuleFinding } from '../rule';
import { isValue } from '../styleSheet';

/** `broken-image` checks whether the picture exists. */
export const invalidBackground: Rule = {
  id: 'invalid-background',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'A background is not an address, path, color or gradient.',
  fixes: ['offered'],
  checkSlide({ text, dialect, markup, report }) {
    for (const comment of markup.comments) {
      if (comment.attributes?.target !== 'slide') continue;
      for (const found of inComment(comment, text, dialect)) report(found);
    }
  },
  checkDeck: checkFrontMatter,
};

export const docs: RuleDocs = {
  why: 'HedgeDoc wants the bare address of a picture, a color or a gradient. With anything else, such as a whole markdown picture, the slide has no background, and nothing says why.',
  example: {
    before: '<!-- .slide: data-background="![](./title.jpg)" -->\n# Community Call\n',
    after: '<!-- .slide: data-background="./title.jpg" -->\n# Community Call\n',
  },
  spared: 'Colors, gradients, paths and addresses, whether they exist or not: `broken-image` covers files.',
  verdict: 'Stop the commit: the background that the author sees in the source is not on the slide.',
};

const NAMES = /^data-background(?:-image)?$/i;

function inComment(comment: Comment, text: string, dialect: Dialect): RuleFinding[] {
  const source = text.slice(comment.start, comment.span.end);
  const read = parseAttributeComment(source, dialect)?.attributes ?? [];
  const written = read.map(({ name, value, valueSpan }) => ({
    name,
    value,
    ...valueSpan,
  }));
  const attributes = [...written, ...emptyAttributes(source)].filter(({ name }) => NAMES.test(name));
  return attributes.flatMap(({ name, value, start, end }) => {
    const problem = problemOf(value);
    if (!problem) return [];
    const span = { start: comment.start + start, end: comment.start + end };
    const whole = { start: span.start - name.length - 2, end: span.end + 1 };
    const alone = written.length <= 1;
    const removal = alone ? removedComment(comment.span, text) : removedAttribute(whole, text);
    const removing: Fix = { title: 'Remove the background', edits: [removal], kind: 'offered' };
    const { message } = problem;
    return [{ message, span: value === '' ? whole : span, fixes: [...replacing(problem, span), removing] }];
  });
}

/** HedgeDoc does not read these at all. */
function emptyAttributes(comment: string) {
  return [...comment.matchAll(/(data-background(?:-image)?)=""/gi)].map((match) => {
    const start = match.index + match[0].length - 1;
    return { name: match[1]!, value: '', start, end: start };
  });
}

function checkFrontMatter({ deck: { text, frontMatter }, report }: DeckContext): void {
  const entry = frontMatter?.entries.get('slideOptions.parallaxBackgroundImage');
  const options = frontMatter?.values.slideOptions;
  if (!entry || !options || typeof options !== 'object' || Array.isArray(options)) return;
  const value = options.parallaxBackgroundImage ?? '';
  const problem = typeof value === 'string' ? problemOf(value) : null;
  if (!problem) return;
  const { start, end } = entry.value;
  const quoted = /^['"]$/.test(text[start] ?? '') ? { start: start + 1, end: end - 1 } : entry.value;
  const span = value === '' ? entry.key : quoted;
  report({ message: problem.message, span, fixes: replacing(problem, quoted) });
}

interface BackgroundFault {
  readonly message: string;
  /** What was probably meant. */
  readonly meant?: string;
}

const MARKDOWN = /^!?\[[^\]]*\]\(\s*(\S*?)\s*\)$/;
const REMEDY = 'Write the address of a picture or a color, or remove it.';

function problemOf(value: string): BackgroundFault | null {
  const plain = value.trim();
  if (plain === '') return { message: `This background is empty, so HedgeDoc shows none. ${REMEDY}` };
  const url = MARKDOWN.exec(plain)?.[1];
  if (url !== undefined) {
    const message = 'Write only the path of the picture here, not `![](…)`: HedgeDoc shows no background.';
    return isAddress(url) ? { message, meant: url } : { message };
  }
  if (isAddress(plain) || isValue('background', plain)) return null;
  return {
    message: `"${plain}" is not the address of a picture, a color or a gradient, so HedgeDoc shows no background. ${REMEDY}`,
  };
}

/** A path has a slash or a file extension. */
function isAddress(url: string): boolean {
  const target = classifyUrl(url);
  if (target.kind === 'local') return /[/\\]|\.\w{2,5}$/.test(target.path) && !/[[\](){}]/.test(target.path);
  return target.kind === 'remote' || target.kind === 'data';
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

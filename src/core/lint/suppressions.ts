import type { Deck, Slide } from '../deck/deck';
import { inDocument } from '../deck/inDocument';
import { misplacedFrontMatter } from '../deck/misplacedFrontMatter';
import { markupOf } from '../markup/markup';
import { slideAt } from '../summary/slideAt';
import { endOfLine, lineEndOf, startOfLine } from '../text/lineEnds';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';
import type { Finding } from './rule';

/**
 * Comments that silence rules, in HTML, in style sheets (`/* … *\/`) and in the frontmatter (`# …`):
 * `deckwright-disable-line` for its own line, `deckwright-disable-next-line` for the one below,
 * `deckwright-disable` from there up to `deckwright-enable` or the end. Rule ids follow, separated by white
 * space or commas; without any, all rules are meant. A reason may follow after `--`.
 */
export interface Suppressions {
  covers(finding: Pick<Finding, 'rule' | 'span'>): boolean;
}

interface Directive {
  readonly kind: string;
  /** Null means all. */
  readonly rules: ReadonlySet<string> | null;
  readonly span: Span;
}

const DIRECTIVE =
  /^\s*deckwright-(disable-next-line|disable-line|disable|enable)(?![\w-])((?:(?!--)[^\r\n])*)/;
const NOTHING: Suppressions = { covers: () => false };

/** The comments of a deck that silence rules. */
export function readSuppressions(deck: Deck): Suppressions {
  if (!deck.text.includes('deckwright-')) return NOTHING;
  // Lines are found once, however many findings there are.
  const directives = [...inFrontMatter(deck), ...deck.slides.flatMap((slide) => inSlide(slide, deck))].map(
    (directive) => ({ ...directive, line: lineMeant(directive, deck.text) }),
  );
  if (directives.length === 0) return NOTHING;
  return {
    covers({ rule, span }) {
      let disabled = false;
      for (const { kind, rules, span: place, line } of directives) {
        if (rules && !rules.has(rule)) continue;
        if (line && line.start <= span.start && span.start <= line.end) return true;
        if (/^(?:disable|enable)$/.test(kind) && place.start <= span.start) disabled = kind === 'disable';
      }
      return disabled;
    },
  };
}

/**
 * The line that a directive applies to; null if it applies to everything that follows, or there is no such
 * line.
 */
function lineMeant({ kind, span }: Directive, text: string): Span | null {
  if (!kind.endsWith('line')) return null;
  const end = endOfLine(text, span.end);
  if (kind === 'disable-line') return { start: startOfLine(text, span.start), end };
  const next = behindLineEnd(text, end);
  return next === null ? null : { start: next, end: endOfLine(text, next) };
}

function inFrontMatter({ text, frontMatter }: Deck): Directive[] {
  if (!frontMatter) return [];
  const { start, end } = frontMatter.span;
  return [...text.slice(start, end).matchAll(/^[ \t]*#([^\r\n]*)/gm)].flatMap((match) => {
    const at = start + match.index;
    return readDirective(match[1]!, { start: at, end: at + match[0].length });
  });
}

function inSlide(slide: Slide, { dialect }: Deck): Directive[] {
  const { content } = slide;
  if (!content.text.includes('deckwright-')) return [];
  const { comments, styles } = markupOf(content, dialect);
  const at = (place: Span) => inDocument(slide, place);
  const inHtml = comments.flatMap((comment) => readDirective(comment.text, at(comment.span)));
  const inCss = styles.flatMap((style) =>
    [...content.text.slice(style.start, style.end).matchAll(/\/\*((?:[^*]|\*(?!\/))*)\*\//g)].flatMap(
      (match) => {
        const start = style.start + match.index;
        return readDirective(match[1]!, at({ start, end: start + match[0].length }));
      },
    ),
  );
  return [...inHtml, ...inCss].sort((a, b) => a.span.start - b.span.start);
}

function readDirective(comment: string, span: Span): Directive[] {
  const match = DIRECTIVE.exec(comment);
  if (!match) return [];
  const ids = match[2]!.split(/[\s,]+/).filter(Boolean);
  return [{ kind: match[1]!, rules: ids.length > 0 ? new Set(ids) : null, span }];
}

/** Silences a rule where it found something; null if no comment could do so there. */
export function disableForLine(deck: Deck, { rule, span }: Pick<Finding, 'rule' | 'span'>): TextEdit | null {
  const { text, frontMatter } = deck;
  const start = startOfLine(text, span.start);
  const end = endOfLine(text, span.start);
  const line = text.slice(start, end);
  const indent = /^[ \t]*/.exec(line)![0];
  const above = (comment: string) => insert(start, indent + comment + lineEndOf(text));
  if (frontMatter && start < frontMatter.span.end) {
    return start > frontMatter.span.start ? above(`# deckwright-disable-next-line ${rule}`) : null;
  }
  const slide = slideAt(deck, span.start);
  if (slide.conflict) return null;
  const { blocks, code, comments, styles } = markupOf(slide.content, deck.dialect);
  const holds = (place: Span) =>
    slide.span.start + place.start < end && slide.span.start + place.end > start && line.trim() !== '';
  const continues = (place: Span) =>
    slide.span.start + place.start < start && slide.span.start + place.end > start;
  if (styles.some(continues)) return above(`/* deckwright-disable-next-line ${rule} */`);
  if (
    /^\s*-*\s*$/.test(line) ||
    code.some(({ span }) => holds(span)) ||
    comments.some(({ span }) => continues(span))
  ) {
    return null;
  }
  const block = blocks.find(({ span }) => holds(span));
  if (block?.kind === 'cell') return null;
  if (!block) return above(`<!-- deckwright-disable-next-line ${rule} -->`);
  return insert(start + line.trimEnd().length, ` <!-- deckwright-disable-line ${rule} -->`);
}

/** Silences a rule for a whole deck; null if a comment would keep broken frontmatter from the first line. */
export function disableInDeck({ text, frontMatter }: Deck, rule: string): TextEdit | null {
  const lineEnd = lineEndOf(text);
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (frontMatter) {
    const behindOpening = behindLineEnd(text, endOfLine(text, frontMatter.span.start));
    return insert(behindOpening ?? frontMatter.span.end, `# deckwright-disable ${rule}${lineEnd}`);
  }
  if (text.startsWith('---', start) || misplacedFrontMatter(text)) return null;
  return insert(start, `<!-- deckwright-disable ${rule} -->${lineEnd}${lineEnd}`);
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Where the next line starts; null at the end of the text. */
function behindLineEnd(text: string, offset: number): number | null {
  if (offset >= text.length) return null;
  return offset + (text.startsWith('\r\n', offset) ? 2 : 1);
}

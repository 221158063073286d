import { TOOL_NAMES } from '../../deck/namedSetups';
import { type Pattern, separatorsFor } from '../../deck/separators';
import { codeSpans } from '../../markup/codeSpans';
import type { MarkdownPart } from '../../markup/markdownPart';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { CodeBlock, Markup } from '../../markup/markup';
import { fenceOf, isUnclosed } from '../../markup/openFence';
import { lineEndOf, startOfLine } from '../../text/lineEnds';
import { type Span, spanAt } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

/** Quiet where the tool is a guess, unless HedgeDoc and reveal.js agree. */
export const visibleNotes: Rule = {
  id: 'visible-notes',
  severity: 'error',
  dialects: 'all',
  description: 'The audience sees speaker notes, or notes begin in the middle of a code block.',
  fixes: ['offered'],
  checkDeck({ deck, slides, report }) {
    const { notes } = separatorsFor(deck.setup, deck.frontMatter, true).separators;
    const tool: NotesTool = {
      name: deck.isGuess ? 'HedgeDoc or reveal.js' : TOOL_NAMES[deck.setup.tool],
      notes,
      isGuess: deck.isGuess,
      words: ['Note:', 'Notes:'].filter((word) => notes.test(word)),
    };
    for (const slide of slides) {
      for (const found of findingsIn(slide, tool)) report(moved(found, slide));
    }
  },
};

export const docs: RuleDocs = {
  why: 'Notes that are meant for the speaker are on the screen, for everyone to read. HedgeDoc starts notes only at `Note:` in the first column, and only if the slide has one such line; `Notes:` works in reveal-md and reveal.js. The line also counts in code, which it tears apart.',
  example: {
    before: '# Release 7\n\nIt is out.\n\nNotes: do not mention the delay\n',
    after: '# Release 7\n\nIt is out.\n\nNote: do not mention the delay\n',
  },
  spared:
    '"Note:" in bold type, or in a list, a quote, a table or an HTML element, where it is for the audience. "Notes:" on a slide that has notes. Words that only one tool knows, if the tool of the deck is a guess.',
  verdict: 'Stop the commit: it is the one mistake that can embarrass a speaker.',
};

interface NotesTool {
  readonly name: string;
  readonly notes: Pattern;
  readonly isGuess: boolean;
  /** What begins notes. */
  readonly words: readonly string[];
}

function findingsIn({ slide, markup }: MarkedSlide, tool: NotesTool): RuleFinding[] {
  const { text, notes } = slide.content;
  if (notes) return tornCode(slide.content.body.end, markup, text, tool);
  const lines = [...tool.notes.matches(text)].map(({ start, end }) => wordsOf(start, end, text));
  const hits = tool.isGuess ? lines.filter(({ start }) => /^note:/i.test(text.slice(start))) : lines;
  if (lines.length > 0) return severalNotes(hits, markup, text, tool);
  return tool.words.length > 0 && /note/i.test(text) ? labels(markup, text, tool) : [];
}

/** What a pattern matches, without the white space around it. */
function wordsOf(from: number, to: number, text: string): Span {
  const found = text.slice(from, to);
  const start = from + found.length - found.trimStart().length;
  return { start, end: Math.max(start, from + found.trimEnd().length) };
}

/** The tool puts the notes where they began: within the block, as HTML. */
function tornCode(at: number, { code }: Markup, text: string, { notes, isGuess }: NotesTool): RuleFinding[] {
  const [hit] = notes.matches(text);
  const last = code.findLast(({ inNotes }) => !inNotes);
  if (!hit || !last || !isUnclosed(last, text) || text.slice(last.span.end, at).trim() !== '') return [];
  const span = wordsOf(hit.start, hit.end, text);
  const word = text.slice(span.start, span.end);
  if (isGuess && !/^note:/i.test(word)) return [];
  if (continues(last, text.slice(at), text)) {
    const message = `"${word}" begins speaker notes even in a code block, so the slide shows the source of the notes as code. Indent the line or write it differently.`;
    return [{ message, span, fixes: [indented([span], 'Indent the line')] }];
  }
  const fence = fenceOf(last, text);
  const lineEnd = lineEndOf(text);
  const start = last.span.start + text.slice(last.span.start, at).trimEnd().length;
  const edits = [{ span: { start, end: start }, newText: lineEnd + fence }];
  return [
    {
      message: `The code block above "${word}" is not closed, so the audience sees the speaker notes as code. Close it before this line.`,
      span,
      fixes: [{ title: `Insert ${fence}`, edits, kind: 'offered' }],
    },
  ];
}

/** Whether the rest of the slide closes the code block. */
function continues(block: CodeBlock, rest: string, text: string): boolean {
  const marker = fenceOf(block, text);
  const lines = rest.split(/\r\n?|\n/).map((line) => line.trim());
  const closing = lines.findIndex((line) => line.startsWith(marker));
  // A block that begins in the notes ends there.
  return closing >= 0 && /^[`~]+$/.test(lines[closing]!);
}

/** Only a slide with one such line has notes. */
function severalNotes(hits: readonly Span[], markup: Markup, text: string, tool: NotesTool): RuleFinding[] {
  const protectedSpans = [...codeSpans(markup, text), ...markup.comments.map(({ span }) => span)].sort(
    (a, b) => a.start - b.start,
  );
  const inCode = hits.filter(({ start }) => spanAt(protectedSpans, start));
  const outside = hits.filter((hit) => !inCode.includes(hit));
  const [first, second] = outside;
  if (!first || hits.length < 2) return [];
  const word = text.slice(first.start, first.end);
  const rule = `In ${tool.name}, a slide has speaker notes only if exactly one line begins them`;
  if (inCode.length > 0) {
    const message = `${rule}. This line in code or in a comment counts too, so the audience sees the notes after "${word}". Indent it or write it differently.`;
    const fixes = second ? [] : [indented(inCode, 'Indent the line')];
    return [{ message, span: inCode[0]!, fixes }];
  }
  const edits = outside.slice(1).map((hit) => ({ span: withSpace(hit, text), newText: '' }));
  const message = `${rule}. Here ${hits.length} lines do, so the audience sees all of these notes. Keep only the first "${word}".`;
  return [
    { message, span: second!, fixes: [{ title: `Keep only the first ${word}`, edits, kind: 'offered' }] },
  ];
}

function withSpace({ start, end }: Span, text: string): Span {
  return { start, end: end + /^[ \t]*/.exec(text.slice(end, end + 100))![0].length };
}

/** The line no longer begins with the word. */
function indented(spans: readonly Span[], title: string): Fix {
  const edits = spans.map(({ start }) => ({ span: { start, end: start }, newText: ' ' }));
  return { title, edits, kind: 'offered' };
}

const LABEL = /^([ \t]*)(notes?[ \t]*:)/i;

/** `Notes:` where the tool wants `Note:`, or either of them indented. */
function labels(
  { body, comments, literal, styles, tags }: Markup,
  text: string,
  tool: NotesTool,
): RuleFinding[] {
  if (!body) return [];
  const isHidden = ({ start }: Span) =>
    comments.some(({ span }) => contains(span, start)) || styles.some((span) => contains(span, start));
  const isWithin = (from: number, { start }: Span) => isInElement(tags, from, start);
  const found: Span[] = [];
  body.tokens.forEach(({ type, level, map }, index) => {
    if (!map) return;
    const isCell = /^t[hd]_open$/.test(body.tokens[index - 1]?.type ?? '');
    if (type === 'inline' && !isCell)
      found.push(...labelsIn(body, map, level <= 1).filter(({ start }) => !spanAt(literal, start)));
    if (type === 'code_block' && level === 0) found.push(...labelsIn(body, [map[0], map[0] + 1], true));
    if (type !== 'html_block') return;
    const { start: from } = body.lines(map[0], map[1]);
    found.push(...labelsIn(body, map, false).filter((span) => !isHidden(span) && !isWithin(from, span)));
  });
  return found.slice(0, 1).flatMap((span) => label(span, text, tool));
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function labelsIn(body: MarkdownPart, [from, to]: readonly [number, number], mayIndent: boolean): Span[] {
  const found: Span[] = [];
  for (let line = from; line < to; line++) {
    const match = LABEL.exec(body.line(line));
    if (!match || (match[1] !== '' && !mayIndent)) continue;
    const { start } = body.lines(line, line + 1);
    found.push({ start: start + match[1]!.length, end: start + match[0].length });
  }
  return found;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Whether an element that begins after `from` is still open: what is in it is laid out for the audience. */
function isInElement(tags: Markup['tags'], from: number, offset: number): boolean {
  let open = 0;
  for (const { name, closing, selfClosing, span } of tags) {
    if (span.start < from || span.start >= offset || selfClosing || VOID.test(name)) continue;
    open += closing ? -1 : 1;
  }
  return open > 0;
}

function label(span: Span, text: string, { name, notes, words, isGuess }: NotesTool): RuleFinding[] {
  const written = text.slice(span.start, span.end);
  if (notes.test(written) && (!isGuess || /^note:/i.test(written))) {
    const edits = [{ span: { start: startOfLine(text, span.start), end: span.start }, newText: '' }];
    return [
      {
        message: `This line is indented, so "${written}" does not begin speaker notes, and the audience sees them. Remove the spaces before it.`,
        span,
        fixes: [{ title: 'Remove the indentation', edits, kind: 'offered' }],
      },
    ];
  }
  const meant = words[0]!;
  // Who begins notes with "Notes:" may well mean "Note:" for the audience.
  if (isGuess || meant !== 'Note:' || notes.test(written)) return [];
  return [
    {
      message: `In ${name}, "${written}" does not begin speaker notes, so the audience sees them. Write "${meant}".`,
      span,
      fixes: [changeTo(meant, { start: startOfLine(text, span.start), end: span.end })],
    },
  ];
}

function moved({ message, span, fixes = [] }: RuleFinding, { at }: MarkedSlide): RuleFinding {
  return {
    message,
    span: at(span),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: at(edit.span) })),
    })),
  };
}

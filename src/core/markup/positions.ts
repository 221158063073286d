import type { Env, MarkdownIt, StateInline, Token } from 'markdown-it';
import type { Span } from '../text/spans';

/** Text shown as written, with its place in the inline content. */
export interface TextPiece {
  readonly text: string;
  readonly span: Span;
}

/** The place of the destination of a link, picture or definition in the text given to markdown-it. */
export interface Destination {
  readonly url: string;
  readonly urlSpan: Span;
  /** What is between the square brackets. */
  readonly labelSpan: Span;
}

/** A link definition, `[name]: url`, with its places. */
export interface Definition extends Destination {
  readonly span: Span;
  readonly name: string;
}

/**
 * What the positions plugin records while one text is parsed. Pass it to `parse` as the environment's
 * `notes`.
 */
export class ParseNotes {
  /** Places of inline tokens in the content of their inline block. */
  readonly spans = new Map<Token, Span>();
  /** Destinations of the link and picture tokens written as `[…](…)`. */
  readonly destinations = new Map<Token, Destination>();
  /** Names of definitions by the tokens that refer to them. */
  readonly uses = new Map<Token, string>();
  /** Visible text of inline blocks. */
  readonly texts = new Map<Token, readonly TextPiece[]>();
  /** The same by the tokens of its block, which linkify later moves to another array. */
  readonly pieces = new Map<Token[], TextPiece[]>();
  /** The tokens of a block as they were before linkify, which puts others into another array. */
  readonly unlinked = new Map<Token, readonly Token[]>();
  /** Reference definitions; their spans are lines of the text. */
  readonly definitions: Definition[] = [];
}

interface NotesEnv extends Env {
  readonly notes: ParseNotes;
}

/**
 * Makes markdown-it record where inline content is: each inline rule is wrapped to note what it matched.
 * Nothing is searched for afterwards, so the places are right even if the same text occurs twice.
 */
export function positionsPlugin(md: MarkdownIt): void {
  const rules = md.inline.ruler.getRules('').map((rule) => noting(rule));
  md.inline.ruler.getRules = () => rules;
  md.inline.State = class extends md.inline.State implements NotingState {
    pendingStart = 0;

    override pushPending(): Token {
      const start = this.pendingStart;
      const token = super.pushPending();
      notesOf(this).spans.set(token, { start, end: start + token.content.length });
      return token;
    }
  };
  md.inline.ruler2.before('fragments_join', 'text_positions', noteTexts);
  md.core.ruler.before('linkify', 'bare_links', noteBareLinks);
  md.core.ruler.after('linkify', 'bare_link_positions', placeBareLinks);
  md.core.ruler.after('block', 'definition_positions', noteDefinitions);
}

interface NotingState extends StateInline {
  /** Where the pending text, not yet a token, began. */
  pendingStart: number;
}

function notesOf({ env }: { env: Env }): ParseNotes {
  return (env as NotesEnv).notes;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

function noting(rule: InlineRule): InlineRule {
  return (state, silent) => {
    if (silent) return rule(state, true);
    const { pos: start, tokens } = state;
    if (state.pending === '') (state as NotingState).pendingStart = start;
    const before = tokens.length;
    if (!rule(state, false)) return false;
    if (tokens.length === before) return true;
    const { spans } = notesOf(state);
    const made = tokens.slice(before).filter((token) => !spans.has(token));
    noteSpans(made, { start, end: state.pos }, spans);
    noteLink(state, made);
    return true;
  };
}

/** A run of `*` becomes one token each; anything else is a single piece. */
function noteSpans(made: readonly Token[], span: Span, spans: Map<Token, Span>): void {
  const length = made.reduce((sum, { type, content }) => sum + (type === 'text' ? content.length : 0), 0);
  const isRun = made.length > 1 && length === span.end - span.start;
  let { start } = span;
  for (const token of made) {
    const end = isRun ? start + token.content.length : span.end;
    spans.set(token, { start, end });
    if (isRun) start = end;
  }
}

/** After a rule that made a link or a picture: records the place of its destination. */
function noteLink(state: StateInline, made: readonly Token[]): void {
  const token = made.find(({ type }) => type === 'link_open' || type === 'image');
  if (!token) return;
  const notes = notesOf(state);
  const span = notes.spans.get(token)!;
  if (token.markup === 'linkify') {
    const url = { start: schemeStart(state, span.start), end: span.end };
    for (const part of made) notes.spans.set(part, url);
  }
  if (token.info === 'auto') return;
  const open = span.start + (token.type === 'image' ? 1 : 0);
  const labelEnd = state.md.helpers.parseLinkLabel(state, open, token.type === 'link_open');
  if (labelEnd < 0) return;
  const labelSpan = { start: open + 1, end: labelEnd };
  const destination =
    state.src[labelEnd + 1] === '(' ? readDestination(state.md, state.src, labelEnd + 2, span.end) : null;
  if (destination) notes.destinations.set(token, { ...destination, labelSpan });
  else notes.uses.set(token, referenceName(state, labelSpan, span));
}

/** The scheme was treated as text until the rule saw the `://`. */
function schemeStart({ src }: StateInline, colon: number): number {
  const before = src.slice(Math.max(0, colon - 10), colon);
  return colon - (/[a-z][a-z\d+.-]*$/i.exec(before)?.[0].length ?? 0);
}

function referenceName({ src, md }: StateInline, label: Span, { end }: Span): string {
  const behind = /^\s*\[([^\]]*)\]/.exec(src.slice(label.end + 1, end))?.[1];
  return md.utils.normalizeReference(behind || src.slice(label.start, label.end));
}

function readDestination(
  md: MarkdownIt,
  text: string,
  start: number,
  end: number,
): Pick<Destination, 'url' | 'urlSpan'> | null {
  while (start < end && /\s/.test(text[start]!)) start++;
  if (text[start] === ')') return { url: '', urlSpan: { start, end: start } };
  const { ok, pos, str } = md.helpers.parseLinkDestination(text, start, end);
  if (!ok) return null;
  const angled = text[start] === '<' && pos > start;
  const urlSpan = angled ? { start: start + 1, end: pos - 1 } : { start, end: pos };
  return { url: str, urlSpan };
}

function noteTexts(state: StateInline): void {
  const { spans, pieces } = notesOf(state);
  const found = pieces.get(state.tokens) ?? [];
  for (const token of state.tokens) {
    const span = spans.get(token);
    const isText = token.type === 'text' || token.type === 'text_special';
    if (isText && span && token.content !== '') found.push({ text: token.content, span });
  }
  pieces.set(state.tokens, found);
}

type CoreState = Parameters<Parameters<MarkdownIt['core']['ruler']['push']>[1]>[0];

function noteBareLinks({ tokens, env }: CoreState): void {
  const { texts, pieces, unlinked } = notesOf({ env });
  for (const block of tokens) {
    const { type, children } = block;
    if (type !== 'inline' || !children) continue;
    texts.set(block, pieces.get(children) ?? []);
    unlinked.set(block, children);
  }
}

/** The texts of a block in which linkify may have made links, and where they are. */
function plainTexts({ content }: Token, children: readonly Token[], spans: Map<Token, Span>): TextPiece[] {
  const plain: TextPiece[] = [];
  let links = 0;
  for (const token of children) {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    const span = spans.get(token);
    if (links > 0 || token.type !== 'text' || !span) continue;
    // Joined texts keep the place of the last one.
    const start = span.end - token.content.length;
    if (content.slice(start, span.end) === token.content)
      plain.push({ text: token.content, span: { start, end: span.end } });
  }
  return plain;
}

/** Only if it is certain which link is which. */
function placeBareLinks({ tokens, md, env }: CoreState): void {
  const { spans, unlinked } = notesOf({ env });
  for (const block of tokens) {
    const { type, children } = block;
    const before = unlinked.get(block);
    if (type !== 'inline' || !children || !before || before === children) continue;
    const made = children.filter((token) => token.type === 'link_open' && !spans.has(token));
    if (made.length === 0) continue;
    const found = plainTexts(block, before, spans).flatMap(({ text, span }) =>
      bareLinksIn(text, span.start, md),
    );
    if (made.length !== found.length) continue;
    made.forEach((token, index) => {
      spans.set(token, found[index]!);
    });
  }
}

function bareLinksIn(text: string, start: number, md: MarkdownIt): Span[] {
  const links = md.linkify.test(text) ? md.linkify.match(text) : null;
  return (links ?? []).map(({ index, lastIndex }) => ({ start: start + index, end: start + lastIndex }));
}

function noteDefinitions({ src, tokens, md, env }: CoreState): void {
  const { definitions } = notesOf({ env });
  let line = 0;
  let lineStart = 0;
  for (const { type, map, meta } of tokens) {
    if (type !== 'reference_definition' || !map) continue;
    for (; line < map[0]; line++) lineStart = src.indexOf('\n', lineStart) + 1;
    let end = lineStart;
    for (let each = map[0]; each < map[1]; each++) end = src.indexOf('\n', end + 1);
    if (end < 0) end = src.length;
    const start = src.indexOf('[', lineStart);
    const label = /^\[((?:[^[\]\\]|\\[\s\S])+)\]:/.exec(src.slice(start, end))?.[1];
    if (label === undefined) continue;
    const labelSpan = { start: start + 1, end: start + 1 + label.length };
    const destination = readDestination(md, src, labelSpan.end + 2, end);
    if (!destination) continue;
    definitions.push({ ...destination, labelSpan, name: String(meta?.label), span: { start, end } });
  }
}

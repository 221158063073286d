import type { Span } from '../../text/spans';

/**
 * VS Code's snippet syntax, as far as snippets and deck templates need it. Transforms are kept as they are.
 */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: number; readonly content: Content }
  | { readonly kind: 'variable'; readonly source: string };

/** What a tab stop proposes: nothing by itself, a text, or one of several texts. */
type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'default'; readonly parts: readonly SnippetPart[] }
  | { readonly kind: 'choice'; readonly texts: readonly string[] };

/** Texts for tab stops, by number: a single one becomes the proposal, several a choice. */
export type Proposals = Readonly<Record<number, readonly string[]>>;

const NOTHING: Content = { kind: 'none' };

/** Deeper ones are treated as text: no one nests tab stops that far. */
const MAX_NESTING = 10;

/** A tab stop whose proposal is being read. */
interface OpenStop {
  readonly source: string;
  readonly number: number;
  readonly parts: SnippetPart[];
}

/** Reads a snippet's body. Never fails: as in VS Code, what is not valid syntax is text. */
function parseSnippet(body: string): SnippetPart[] {
  const open: OpenStop[] = [{ source: '', number: 0, parts: [] }];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(body);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < body.length) {
    const { parts } = open.at(-1)!;
    const nested = open.length <= MAX_NESTING ? take(/\$\{(\d+):/y) : null;
    const stop = nested ? null : takeLeaf(take);
    if (nested) open.push({ source: nested[0], number: Number(nested[1]), parts: [] });
    else if (stop) parts.push(stop);
    else if (open.length > 1 && take(/\}/y)) {
      const { number } = open.pop()!;
      open.at(-1)!.parts.push({ kind: 'stop', number, content: { kind: 'default', parts } });
    } else {
      const text = take(/\\([$}\\])/y)?.[1] ?? take(/[^$}\\]+|[\s\S]/y)![0];
      parts.push({ kind: 'text', text });
    }
  }
  // What is never closed is text.
  return open.flatMap(({ source, parts }) => (source ? [{ kind: 'text', text: source }, ...parts] : parts));
}

/** A tab stop or variable with nothing nested in it. */
function takeLeaf(take: (pattern: RegExp) => RegExpExecArray | null): SnippetPart | null {
  const bare = take(/\$(\d+)|\$\{(\d+)\}/y);
  if (bare) return { kind: 'stop', number: Number(bare[1] ?? bare[2]), content: NOTHING };
  const choice = take(/\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/sy);
  if (choice) return { kind: 'stop', number: Number(choice[1]), content: readChoice(choice[2]!) };
  const variable = take(/\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w{0,100}(?:[:/](?:\\.|[^}\\]){0,1000})?\}/sy);
  return variable && { kind: 'variable', source: variable[0] };
}

function readChoice(source: string): Content {
  const texts = source.match(/(?:\\.|[^,\\])+/gs) ?? [''];
  return { kind: 'choice', texts: texts.map((text) => text.replace(/\\([,|\\])/g, '$1')) };
}

/** The body of a snippet that inserts the text unchanged. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

function writeSnippet(parts: readonly SnippetPart[]): string {
  return parts.map(writePart).join('');
}

function writePart(part: SnippetPart): string {
  if (part.kind === 'text') return escapeSnippet(part.text);
  if (part.kind === 'variable') return part.source;
  const { number, content } = part;
  if (content.kind === 'none') return `\${${number}}`;
  if (content.kind === 'default') return `\${${number}:${writeSnippet(content.parts)}}`;
  return `\${${number}|${content.texts.map((text) => text.replace(/[,|\\]/g, '\\$&')).join(',')}|}`;
}

/** Replaces the proposals of tab stops that already have one: mirrors stay mirrors. */
export function propose(body: string, proposals: Proposals): string {
  const changed = parseSnippet(body).map((part): SnippetPart => {
    const texts = part.kind === 'stop' && part.content.kind !== 'none' ? proposals[part.number] : undefined;
    return part.kind === 'stop' && texts?.length ? { ...part, content: proposal(texts) } : part;
  });
  return writeSnippet(changed);
}

function proposal(texts: readonly string[]): Content {
  if (texts.length > 1) return { kind: 'choice', texts };
  return { kind: 'default', parts: [{ kind: 'text', text: texts[0]! }] };
}

/** Replaces tab stops and their mirrors with texts: nothing is left to choose there. */
export function settle(body: string, texts: Readonly<Record<number, string>>): string {
  const changed = parseSnippet(body).map((part): SnippetPart => {
    const text = part.kind === 'stop' ? texts[part.number] : undefined;
    return text === undefined ? part : { kind: 'text', text };
  });
  return writeSnippet(changed);
}

/**
 * Joins several bodies, with a text between them: the tab stops of each come after those of the one before.
 */
export function joinSnippets(bodies: readonly string[], between: string): string {
  let taken = 0;
  const joined = bodies.map((body) => {
    const parts = parseSnippet(body);
    const last = Math.max(0, ...numbersIn(parts)) + 1;
    const offset = taken;
    taken += last;
    // Stop 0 is where a snippet ends: the last of its own.
    return writeSnippet(renumbered(parts, (number) => offset + (number || last)));
  });
  return joined.join(escapeSnippet(between));
}

function numbersIn(parts: readonly SnippetPart[]): number[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'stop') return [];
    return [part.number, ...(part.content.kind === 'default' ? numbersIn(part.content.parts) : [])];
  });
}

function renumbered(
  parts: readonly SnippetPart[],
  numberOf: (number: number) => number,
): readonly SnippetPart[] {
  return parts.map((part) => {
    if (part.kind !== 'stop') return part;
    const { content } = part;
    const inner =
      content.kind === 'default' ? { ...content, parts: renumbered(content.parts, numberOf) } : content;
    return { ...part, number: numberOf(part.number), content: inner };
  });
}

/** A snippet as text, with the places of its tab stops. */
export interface PlainSnippet {
  readonly text: string;
  /** The tab stops in the order in which they are visited, each with all its places in `text`. */
  readonly stops: readonly (readonly Span[])[];
}

/** What a snippet inserts until the user types: proposals and first choices. Variables stay as written. */
export function plainSnippet(body: string): PlainSnippet {
  const parts = parseSnippet(body);
  const proposals = new Map<number, string>();
  const collect = (part: SnippetPart) => {
    if (part.kind !== 'stop' || part.content.kind === 'none' || proposals.has(part.number)) return;
    if (part.content.kind === 'default') part.content.parts.forEach(collect);
    proposals.set(part.number, proposed(part.content, plain));
  };
  const plain = (part: SnippetPart): string => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'variable' ? part.source : (proposals.get(part.number) ?? '');
  };
  parts.forEach(collect);

  let text = '';
  const stops = new Map<number, Span[]>();
  for (const part of parts) {
    const start = text.length;
    text += plain(part);
    if (part.kind !== 'stop') continue;
    const places = stops.get(part.number) ?? [];
    places.push({ start, end: text.length });
    stops.set(part.number, places);
  }
  // Stop 0 is the last one.
  const inOrder = [...stops].sort(([a], [b]) => (a || Infinity) - (b || Infinity));
  return { text, stops: inOrder.map(([, places]) => places) };
}

function proposed(content: Content, plain: (part: SnippetPart) => string): string {
  if (content.kind === 'choice') return content.texts[0]!;
  return content.kind === 'default' ? content.parts.map(plain).join('') : '';
}

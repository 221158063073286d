import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { isRecord } from '../text/isRecord';
import type { Span } from '../text/spans';
import { type Conflict, conflictsIn } from './conflicts';
import type { DeckProblem, FrontMatter, FrontMatterEntry, YamlValue } from './deck';
import { PROBLEMS, problem } from './problems';
import { type SideText, sideText } from './sideText';
import { parseYamlDocument } from './yamlDocument';
import { yamlProblem } from './yamlProblems';

/** Longer blocks are not parsed: frontmatter is a few keys, anything else is a mistake or an attack. */
const MAX_YAML_LENGTH = 64 * 1024;
/** HedgeDoc drops anything deeper. */
const MAX_DEPTH = 4;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The frontmatter of a document, or null if it has none. Never throws.
 *
 * HedgeDoc's rule: the first three characters are `---`, and the block ends at the first later line that
 * starts with `---` or `...`. A byte order mark before it is skipped, as editors and browsers do on reading. In a
 * merge conflict it is that of the current side.
 */
export function parseFrontMatter(
  text: string,
  previous?: FrontMatter | null,
  conflicts: readonly Conflict[] = conflictsIn(text),
): FrontMatter | null {
  if (conflicts.length === 0) return parsePlain(text, previous);
  const side = sideText(text, conflicts, 'current');
  const frontMatter = parsePlain(side.text);
  return frontMatter && placed(frontMatter, side);
}

/** The frontmatter of a text without merge conflicts. */
export function parsePlain(text: string, previous?: FrontMatter | null): FrontMatter | null {
  const span = frontMatterSpan(text);
  if (!span) return null;
  return parseYaml(text.slice(span.start, span.end - 3), span, previous ?? null);
}

/** The frontmatter of one side's text with its places in the document. */
function placed(frontMatter: FrontMatter, { place }: SideText): FrontMatter {
  const { span, values, entries, problem } = frontMatter;
  return {
    span: place(span),
    values,
    entries: new Map(
      [...entries].map(([path, { key, value }]) => [path, { key: place(key), value: place(value) }]),
    ),
    problem: problem && { ...problem, span: place(problem.span) },
  };
}

function frontMatterSpan(text: string): Span | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return null;
  const close = /[\r\n](?:---|\.\.\.)/g;
  close.lastIndex = start + 3;
  const match = close.exec(text);
  return match && { start, end: match.index + match[0].length };
}

const parsedYaml = new WeakMap<FrontMatter, string>();

function parseYaml(yaml: string, span: Span, previous: FrontMatter | null): FrontMatter {
  const unchanged =
    previous?.span.start === span.start &&
    previous.span.end === span.end &&
    parsedYaml.get(previous) === yaml;
  if (unchanged) return previous;
  const frontMatter = { span, ...readYaml(yaml, span.start) };
  parsedYaml.set(frontMatter, yaml);
  return frontMatter;
}

type YamlReading = Pick<FrontMatter, 'values' | 'entries' | 'problem'>;

function failed(problem: DeckProblem): YamlReading {
  return { values: Object.create(null) as Record<string, YamlValue>, entries: new Map(), problem };
}

/** Reads YAML 1.2 with the core schema. Never throws: hostile nesting overflows the parser's stack. */
function readYaml(yaml: string, offset: number): YamlReading {
  const whole = { start: offset, end: offset + yaml.length };
  if (yaml.length > MAX_YAML_LENGTH) {
    return failed(problem(PROBLEMS.tooLong, whole, String(MAX_YAML_LENGTH / 1024)));
  }
  if (isNestedTooDeeply(yaml)) return failed(problem(PROBLEMS.tooDeep, whole));
  try {
    // A line may end with CR alone, which the parser does not support.
    const lines = yaml.replace(/\r(?!\n)/g, '\n');
    const { document, toSource } = parseYamlDocument(lines);
    const error = document.errors[0] ?? document.warnings.find(({ message }) => UNKNOWN_TAG.test(message));
    if (error) {
      const { code, message, pos } = error;
      const written = { code, message, pos: [toSource(pos[0]), toSource(pos[1])] as [number, number] };
      return failed(yamlProblem(written, lines, offset));
    }
    return new YamlReader((at) => offset + toSource(at)).read(document.contents as Node | null);
  } catch (error) {
    return failed(problem(PROBLEMS.unreadable, whole, (error as Error).message));
  }
}

/** Custom tags, which HedgeDoc's parser rejects. */
const UNKNOWN_TAG = /^Unresolved tag: !/;

const MAX_NESTING = 100;

/**
 * Whether the parser's recursion could exhaust the stack. This must be known first: V8 does not always throw
 * then; a regular expression compiled with the stack nearly full ends the process.
 */
function isNestedTooDeeply(yaml: string): boolean {
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > MAX_NESTING) return true;
  }
  return COMPACT_NESTING.test(yaml);
}

/** `- - - …`: each indicator opens a level. */
const COMPACT_NESTING = new RegExp(`(?:[-?:][ \\t]+){${MAX_NESTING}}`);

/** Counting what aliases refer to; no sensible frontmatter comes near. */
const MAX_NODES = 10_000;

/** Turns the syntax tree into plain values within HedgeDoc's limits. */
class YamlReader {
  readonly #entries = new Map<string, FrontMatterEntry>();
  /** A node reached again through an alias is kept only once, which also defuses alias bombs. */
  readonly #seen = new Set<Node>();
  #problem: DeckProblem | null = null;

  /** By name; looking up an alias in the document would walk through all of it each time. */
  readonly #anchors = new Map<string, Node>();
  /** The number of nodes in each collection that an alias may refer to. */
  readonly #sizes = new Map<Node, number>();
  #nodes = 0;

  /** `place` turns offsets of the syntax tree into those of the document. */
  constructor(readonly place: (offset: number) => number) {}

  read(contents: Node | null): YamlReading {
    const value = this.#value(contents, '', 1);
    if (this.#problem) return failed(this.#problem);
    const values = isRecord(value) ? value : (Object.create(null) as Record<string, YamlValue>);
    return { values, entries: this.#entries, problem: null };
  }

  #value(node: Node | null | undefined, path: string, depth: number): YamlValue | undefined {
    if (!node) return null;
    this.#nodes++;
    if (isAlias(node)) return this.#value(this.#target(node), path, depth);
    const { anchor } = node as { anchor?: string };
    if (anchor) this.#anchors.set(anchor, node);
    if (isScalar(node)) return plainScalar(node.value);
    if (depth > MAX_DEPTH || this.#seen.has(node)) return undefined;
    this.#seen.add(node);
    const before = this.#nodes;
    const value = this.#collection(node, path, depth);
    this.#sizes.set(node, this.#nodes - before);
    return value;
  }

  #collection(node: Node, path: string, depth: number): YamlValue | undefined {
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#value(item as Node, `${path}[]`, depth + 1));
      return items.filter((item) => item !== undefined);
    }
    return isMap(node) ? this.#mapping(node.items as Pairs, path, depth) : undefined;
  }

  #target({ source, range }: Alias): Node | undefined {
    const target = this.#anchors.get(source);
    if (!target && range) this.#problem ??= problem(PROBLEMS.needsQuotes, this.#span(range), '*');
    this.#nodes += (target && this.#sizes.get(target)) ?? 0;
    if (this.#nodes > MAX_NODES && range) this.#problem ??= problem(PROBLEMS.repetitive, this.#span(range));
    return target;
  }

  #mapping(pairs: Pairs, path: string, depth: number): YamlValue {
    const result = Object.create(null) as Record<string, YamlValue>;
    for (const { key, value } of pairs) {
      if (!isScalar(key) || !key.range) continue;
      const name = String(key.value);
      if (FORBIDDEN_KEYS.has(name)) continue;
      const keySpan = this.#span(key.range);
      if (Object.hasOwn(result, name)) {
        this.#problem ??= problem(PROBLEMS.keyTwice, keySpan, name);
      }
      const keyPath = path ? `${path}.${name}` : name;
      const valueSpan = value?.range ? this.#span(value.range) : { start: keySpan.end, end: keySpan.end };
      this.#entries.set(keyPath, { key: keySpan, value: valueSpan });
      const plain = this.#value(value, keyPath, depth + 1);
      if (plain !== undefined) result[name] = plain;
    }
    return result;
  }

  #span(range: readonly [number, number, number]): Span {
    return { start: this.place(range[0]), end: this.place(range[1]) };
  }
}

type Pairs = { key: Node; value: Node | null }[];

function plainScalar(value: unknown): YamlValue {
  if (typeof value === 'bigint') return Number(value);
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}

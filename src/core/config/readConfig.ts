import {
  createScanner,
  findNodeAtLocation,
  getNodePath,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { TextProblem } from '../deck/deck';
import { patternOf } from '../deck/separators';
import { type Config, type ConfigValues, DEFAULT_CONFIG, toConfig } from './config';
import { isGlob } from './globSource';
import { type Violation, violations } from './schemaViolations';

/** What was read from a configuration, and what is wrong with it. */
export interface ConfigReading {
  readonly config: Config;
  /** In file order. */
  readonly problems: readonly TextProblem[];
}

/** The limit in bytes or characters; those for levels and messages follow. No one writes more by hand. */
export const MAX_LENGTH = 256 * 1024;
const MAX_DEPTH = 50;
const MAX_PROBLEMS = 100;

/**
 * Reads `.deckwright.json`: JSON that may have comments and trailing commas. Each mistake becomes a problem
 * at its place, and the valid rest is used. Never throws.
 */
export function readConfig(text: string): ConfigReading {
  if (text.length > MAX_LENGTH) return unreadable();
  // A space in place of the byte order mark keeps all offsets.
  const json = text.replace(/^\ufeff/, ' ');
  if (isTooDeep(json))
    return unread(`This file is ignored: it is nested more than ${MAX_DEPTH} levels deep.`);
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const problems = errors.map((error) => syntaxProblem(error, json));
  if (!root) return { config: DEFAULT_CONFIG, problems };
  let found: Violation[];
  try {
    found = [...violations(getNodeValue(root)), ...invalidGlobs(root), ...invalidEntries(root)];
  } catch {
    return unread('This file is ignored: it contains invalid Unicode, or more mistakes than can be listed.');
  }
  problems.push(...duplicateKeys(root));
  problems.push(...found.slice(0, MAX_PROBLEMS).map((violation) => problemAt(root, violation)));
  return { config: toConfig(validPart(root, found)), problems: inOrder(problems) };
}

/** The result for a file that is not text, is too large, or may not be read. */
export function unreadable(): ConfigReading {
  return unread('This file is ignored: it is too large, not encoded in UTF-8 or not readable.');
}

function unread(message: string): ConfigReading {
  return { config: DEFAULT_CONFIG, problems: [{ message, span: { start: 0, end: 0 } }] };
}

/** The parser is recursive. */
function isTooDeep(json: string): boolean {
  const scanner = createScanner(json, true);
  let depth = 0;
  while (scanner.getPosition() < json.length) {
    scanner.scan();
    const first = json[scanner.getTokenOffset()];
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value: put text in double quotes.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'A key in double quotes is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing } is missing here.',
  CloseBracketExpected: 'A closing ] is missing here.',
  EndOfFileExpected: 'Nothing may follow here: remove it.',
  UnexpectedEndOfComment: 'This comment is not closed: end it with */.',
  UnexpectedEndOfString: 'This text is not closed: end it with a double quote.',
  InvalidEscapeCharacter: 'Unknown escape: write \\\\ for a backslash.',
};

function syntaxProblem({ error, offset, length }: ParseError, json: string): TextProblem {
  // At the end of the file only the last character can be underlined.
  const start = Math.min(offset, Math.max(json.trimEnd().length - 1, 0));
  return {
    message: SYNTAX[printParseErrorCode(error)] ?? 'This is not valid JSON.',
    span: { start, end: Math.min(Math.max(offset + length, start + 1), json.length) },
  };
}

/** The schema can't check this: the parsed value has each key once. */
function* duplicateKeys(node: Node): Iterable<TextProblem> {
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    if (child.type !== 'property') {
      yield* duplicateKeys(child);
      continue;
    }
    const [key, value] = child.children!;
    if (seen.has(key!.value)) {
      yield {
        message: `"${key!.value}" appears more than once here: remove all but one.`,
        span: spanOf(key!),
      };
    }
    seen.add(key!.value);
    if (value) yield* duplicateKeys(value);
  }
}

/** The schema can't check this: whether braces and brackets are closed. */
function* invalidGlobs(root: Node): Iterable<Violation> {
  const message = () =>
    'This is not a valid glob: an opening bracket or brace is not closed, or a range is reversed.';
  const decks = findNodeAtLocation(root, ['decks']);
  for (const { children } of decks?.type === 'object' ? decks.children! : []) {
    const glob: string = children![0]!.value;
    if (!isGlob(glob)) yield { path: ['decks', glob], atKey: true, message };
  }
  const files = entriesOf(root).flatMap(({ node }) => findNodeAtLocation(node, ['files']) ?? []);
  const lists = [...files, findNodeAtLocation(root, ['ignore'])];
  for (const node of lists.flatMap((list) => (list?.type === 'array' ? list.children! : (list ?? [])))) {
    const isInvalid = typeof node.value === 'string' && !isGlob(node.value);
    if (isInvalid) yield { path: getNodePath(node), atKey: false, message };
  }
}

/** An entry of `decks` that is an object, with the glob if that is its key. */
interface Entry {
  readonly node: Node;
  readonly isKeyed: boolean;
}

function entriesOf(root: Node): Entry[] {
  const decks = findNodeAtLocation(root, ['decks']);
  const isKeyed = decks?.type === 'object';
  const nodes = (decks?.children ?? []).flatMap((child) => (isKeyed ? (child.children?.[1] ?? []) : child));
  return nodes.filter(({ type }) => type === 'object').map((node) => ({ node, isKeyed }));
}

/** The schema can't check this: what an entry of `decks` may say depends on the rest of it. */
function* invalidEntries(root: Node): Iterable<Violation> {
  for (const { node, isKeyed } of entriesOf(root)) {
    const dialect: unknown = findNodeAtLocation(node, ['dialect'])?.value;
    const why = typeof dialect === 'string' ? WITHOUT_SETUP[dialect] : undefined;
    for (const { children } of node.children!) {
      const [key, value] = children!;
      if (!value) continue;
      const path = getNodePath(value);
      if (key!.value === 'files' && isKeyed)
        yield { path, atKey: true, message: () => 'The glob is the key here already. Remove "files".' };
      else if (why && !COMMON_KEYS.includes(key!.value))
        yield { path, atKey: true, message: () => `This does nothing: ${why}. Remove it.` };
      else if (PATTERNS.includes(key!.value) && typeof value.value === 'string' && !patternOf(value.value))
        yield { path, atKey: false, message: () => NO_PATTERN };
    }
  }
}

const COMMON_KEYS = ['files', 'dialect'];
const PATTERNS = ['separator', 'verticalSeparator', 'notesSeparator'];
const NO_PATTERN =
  'This is not a pattern that can be used here: lookahead, lookbehind and backreferences are not supported.';
const WITHOUT_SETUP: Readonly<Record<string, string>> = {
  hedgedoc: "HedgeDoc takes this from the deck's frontmatter or not at all",
  none: 'these files are not decks',
};

function problemAt(root: Node, { path, atKey, message }: Violation): TextProblem {
  const value = findNodeAtLocation(root, [...path]) ?? root;
  return { message: message(), span: spanOf(atKey ? (value.parent?.children?.[0] ?? value) : value) };
}

function spanOf({ offset, length }: Node): TextProblem['span'] {
  return { start: offset, end: offset + length };
}

/** The value without what violates the schema; a list of which nothing is left is omitted. */
function validPart(root: Node, found: readonly Violation[]): ConfigValues {
  const invalid = new Set(found.map(({ path }) => JSON.stringify(path)));
  const prune = (node: Node, path: readonly (string | number)[]): unknown => {
    if (invalid.has(JSON.stringify(path))) return undefined;
    if (node.type === 'array') {
      const items = node.children!.map((child, index) => prune(child, [...path, index]));
      const valid = items.filter((item) => item !== undefined);
      return valid.length === 0 && items.length > 0 ? undefined : valid;
    }
    if (node.type !== 'object') return node.value;
    const result: Record<string, unknown> = Object.create(null);
    for (const { children } of node.children!) {
      const [key, value] = children!;
      const kept = value && prune(value, [...path, key!.value]);
      if (kept !== undefined) result[key!.value] = kept;
    }
    return result;
  };
  const { $schema: _, ...values } = (prune(root, []) ?? {}) as ConfigValues & { $schema?: string };
  return values;
}

function inOrder(problems: readonly TextProblem[]): TextProblem[] {
  return problems.toSorted((a, b) => a.span.start - b.span.start).slice(0, MAX_PROBLEMS);
}

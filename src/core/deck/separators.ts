import { RE2JS } from 're2js';
import type { Span } from '../text/spans';
import type { DeckProblem, FrontMatter } from './deck';
import { BLANK_LINES, splitsAtBlankLines } from './namedSetups';
import { PROBLEMS, problem } from './problems';
import type { SeparatorSources, Setup, Tool } from './setup';
import { TOOL_SEPARATORS } from './toolSeparators';

/** A compiled pattern: all its matches in LF text, in order, never empty ones. */
export interface Pattern {
  matches(text: string): Iterable<Span>;
  /** Whether the pattern matches somewhere in a text taken on its own. */
  test(text: string): boolean;
}

/** What splits a deck into slides and a slide from its notes. */
export interface Separators {
  /** Matches horizontal and vertical separators alike. */
  readonly any: Pattern;
  /** Identifies the horizontal separators among the matches of `any`. */
  readonly horizontal: Pattern;
  readonly notes: Pattern;
  /** The patterns as they are written, without those that are not valid. */
  readonly sources: SeparatorSources;
  /** Whether the tool's page has spaces before the text, so that no line begins at its first character. */
  readonly isIndented: boolean;
  /** Whether they are the tool's: false if one is not valid, or not used in Restricted Mode. */
  readonly isComplete: boolean;
}

class NativePattern implements Pattern {
  readonly #all: RegExp;
  readonly #single: RegExp;

  constructor(source: string, ignoreCase: boolean) {
    this.#all = new RegExp(source, ignoreCase ? 'gim' : 'gm');
    this.#single = new RegExp(source, ignoreCase ? 'i' : '');
  }

  *matches(text: string): Iterable<Span> {
    for (const match of text.matchAll(this.#all)) {
      if (match[0] !== '') yield { start: match.index, end: match.index + match[0].length };
    }
  }

  test(text: string): boolean {
    return this.#single.test(text);
  }
}

/** A pattern of somebody else's, run by an engine whose time grows only with the text. */
class ForeignPattern implements Pattern {
  readonly #multiline: RE2JS;
  readonly #single: RE2JS;

  constructor(source: string, ignoreCase: boolean) {
    const flags = ignoreCase ? RE2JS.CASE_INSENSITIVE : 0;
    this.#multiline = RE2JS.compile(source, flags | RE2JS.MULTILINE);
    this.#single = RE2JS.compile(source, flags);
  }

  *matches(text: string): Iterable<Span> {
    const matcher = this.#multiline.matcher(text);
    while (matcher.find()) {
      const span = { start: matcher.start(), end: matcher.end() };
      if (span.end > span.start) yield span;
    }
  }

  test(text: string): boolean {
    return this.#single.matcher(text).find();
  }
}

/** Literal text, line ends and anchors: its time grows only with the text, and the native engine is much faster. */
const SIMPLE = /^(?:[\w \n<>!=,:;'"/&%#@~-]|\\[rn\n-]|\(?\\r\?\)?|\n|[\^$|])*$/;

/** The tools' own patterns. */
const OWN = new Set(Object.values(TOOL_SEPARATORS).flatMap((sources) => Object.values(sources)));

/** Patterns are compiled once: a slide's notes stay known as long as the same pattern finds them. */
const compiled = new Map<string, Pattern | null>();
const MAX_COMPILED = 500;

/** Compiles a pattern for LF text; null if it is not valid, or needs what RE2 does not have. */
export function patternOf(source: string, ignoreCase = false): Pattern | null {
  const key = `${ignoreCase ? 'i' : ''}/${source}`;
  let pattern = compiled.get(key);
  if (pattern === undefined) {
    pattern = compile(source, ignoreCase);
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(key, pattern);
  }
  return pattern;
}

function compile(source: string, ignoreCase: boolean): Pattern | null {
  try {
    return SIMPLE.test(source) || OWN.has(source)
      ? new NativePattern(source, ignoreCase)
      : new ForeignPattern(source, ignoreCase);
  } catch {
    return null;
  }
}

/** Why a pattern can't be used: nobody can, or only Deckwright. */
export function patternProblem(key: string, source: string, span: Span): DeckProblem {
  return problem(isRegExp(source) ? PROBLEMS.unusedPattern : PROBLEMS.noPattern, span, key);
}

function isRegExp(source: string): boolean {
  try {
    new RegExp(source, 'm');
    return true;
  } catch {
    return false;
  }
}

/** Tools that read `separator`, `verticalSeparator` and `notesSeparator` in the frontmatter. */
const READS_FRONT_MATTER: readonly Tool[] = ['reveal-md', 'vscode-reveal'];
const KEYS = ['separator', 'verticalSeparator', 'notesSeparator'] as const;

/** The separators of a deck, and what is wrong with those in its frontmatter. */
export interface FoundSeparators {
  readonly separators: Separators;
  readonly problems: readonly DeckProblem[];
}

/**
 * What splits a deck: its frontmatter's patterns if the tool reads them there, then those of its set-up, then the
 * tool's own. One that is not valid is left out. Those of others are not used in Restricted Mode (`allowCustom`).
 */
export function separatorsFor(
  setup: Setup,
  frontMatter: FrontMatter | null,
  allowCustom: boolean,
): FoundSeparators {
  const problems: DeckProblem[] = [];
  const isKnown = splitsAtBlankLines(setup) && setup.separators.notesSeparator === BLANK_LINES.notesSeparator;
  const given = allowCustom || isKnown ? setup.separators : {};
  const sources: Partial<Record<keyof SeparatorSources, string>> = {};
  let isComplete = true;
  for (const key of KEYS) {
    const found = READS_FRONT_MATTER.includes(setup.tool) ? frontMatter?.values[key] : null;
    const written = typeof found === 'string' && found !== '' ? found : undefined;
    const isWritten = allowCustom && written !== undefined;
    const isValid = (source: string | undefined) => source !== undefined && patternOf(source) !== null;
    if (isWritten && !isValid(written)) {
      const span = frontMatter!.entries.get(key)?.value ?? frontMatter!.span;
      problems.push(patternProblem(key, written, span));
    }
    const source = [isWritten ? written : undefined, given[key]].find(isValid);
    if (source !== undefined) sources[key] = source;
    const wanted = written ?? setup.separators[key];
    if (wanted !== undefined && wanted !== (source ?? TOOL_SEPARATORS[setup.tool][key])) isComplete = false;
  }
  return { separators: { ...compiledSeparators(sources, setup.tool), isComplete }, problems };
}

function compiledSeparators(sources: SeparatorSources, tool: Tool): Omit<Separators, 'isComplete'> {
  const own = TOOL_SEPARATORS[tool];
  const { separator, verticalSeparator, notesSeparator } = { ...own, ...sources };
  const any = [separator, verticalSeparator].filter((source) => source !== undefined).map(grouped);
  return {
    any: patternOf(any.join('|'))!,
    horizontal: patternOf(separator!)!,
    notes: patternOf(notesSeparator!, true)!,
    sources,
    isIndented: tool === 'reveal-md',
  };
}

function grouped(source: string): string {
  return SIMPLE.test(source) ? source : `(?:${source})`;
}

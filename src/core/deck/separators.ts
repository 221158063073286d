import { RE2JS } from 're2js';
import type { Span } from '../text/spans';
import type { DeckProblem, Dialect, FrontMatter } from './deck';
import { PROBLEMS, problem } from './problems';

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
}

class BuiltInPattern implements Pattern {
  readonly #all: RegExp;
  readonly #single: RegExp;

  constructor(source: string, flags: string) {
    this.#all = new RegExp(source, flags);
    this.#single = new RegExp(source, flags.replace(/[gm]/g, ''));
  }

  *matches(text: string): Iterable<Span> {
    for (const match of text.matchAll(this.#all)) {
      yield { start: match.index, end: match.index + match[0].length };
    }
  }

  test(text: string): boolean {
    return this.#single.test(text);
  }
}

/** A pattern from the frontmatter of a deck, run by an engine whose time grows only with the text. */
class ForeignPattern implements Pattern {
  readonly #multiline: RE2JS;
  readonly #single: RE2JS;

  constructor(source: string, flags: number) {
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

function separators(horizontal: string, vertical: string, notes: string): Separators {
  return {
    any: new BuiltInPattern(`${horizontal}|${vertical}`, 'gm'),
    horizontal: new BuiltInPattern(horizontal, ''),
    notes: new BuiltInPattern(notes, 'gim'),
  };
}

/** reveal.js means `^\s*notes?:`, but its string escape is lost. */
const REVEAL_NOTES = '^s*notes?:';

const BUILT_IN: Record<Dialect, Separators> = {
  // An empty line, the dashes alone on theirs, and another empty line or the end of the text.
  hedgedoc: separators('^\\n---\\n$', '^\\n----\\n$', '^note:'),
  'reveal-md': separators('\\n---\\n', '\\n----\\n', REVEAL_NOTES),
  // Three empty lines start a column, two the next slide down: the setup of reveal.js's own README.
  'reveal-blank-lines': separators('^\\n\\n\\n', '^\\n\\n', '^note:'),
};

/** The separators of a dialect. */
export function builtInSeparators(dialect: Dialect): Separators {
  return BUILT_IN[dialect];
}

/** The separators of a deck, and what is wrong with those in its frontmatter. */
export interface FoundSeparators {
  readonly separators: Separators;
  readonly problems: readonly DeckProblem[];
}

/**
 * reveal-md's `separator`, `verticalSeparator` and `notesSeparator`; its defaults if they are not valid
 * patterns.
 */
export function revealMdSeparators(frontMatter: FrontMatter): FoundSeparators {
  const fallback = BUILT_IN['reveal-md'];
  const problems: DeckProblem[] = [];
  const read = (key: string, flags: number): { source: string; pattern: Pattern } | null => {
    const source = frontMatter.values[key];
    if (typeof source !== 'string' || source === '') return null;
    try {
      return { source, pattern: new ForeignPattern(source, flags) };
    } catch {
      const span = frontMatter.entries.get(key)?.value ?? frontMatter.span;
      problems.push(problem(PROBLEMS.noPattern, span, key));
      return null;
    }
  };
  const horizontal = read('separator', 0);
  const vertical = read('verticalSeparator', 0);
  const notes = read('notesSeparator', RE2JS.CASE_INSENSITIVE)?.pattern ?? fallback.notes;
  if (!horizontal && !vertical) return { separators: { ...fallback, notes }, problems };
  const sources = [horizontal?.source ?? '\\n---\\n', vertical?.source ?? '\\n----\\n'];
  const any = new ForeignPattern(sources.map((source) => `(?:${source})`).join('|'), 0);
  return { separators: { any, horizontal: horizontal?.pattern ?? fallback.horizontal, notes }, problems };
}

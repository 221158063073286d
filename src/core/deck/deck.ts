/**
 * What a deck and a slide *are*. Offsets are UTF-16 code units, lines are 0-based, both of the whole document
 * unless a docstring says otherwise. Everything here is immutable.
 */
import type { Span } from '../text/spans';
import type { Conflict, Side } from './conflicts';
import type { Separators } from './separators';
import type { Setup } from './setup';

/** Whose markdown a deck is written in: HedgeDoc's, or that of reveal.js and the tools built on its plugin. */
export type Dialect = 'hedgedoc' | 'reveal';

/** Something wrong in the document that the user should know about. */
export interface TextProblem {
  /** In English. */
  readonly message: string;
  readonly span: Span;
}

/** What keeps a deck from being read as intended. It can be translated. */
export interface DeckProblem extends TextProblem {
  /** The message with `{0}`, `{1}` … where its values go: the key of its translation. */
  readonly template: string;
  readonly values: readonly string[];
}

/** A plain value from the frontmatter: what YAML's core schema knows, read into null-prototype objects. */
export type YamlValue = string | number | boolean | null | YamlValue[] | { [key: string]: YamlValue };

/** The places of a frontmatter key and its value. */
export interface FrontMatterEntry {
  readonly key: Span;
  /** Empty, right after the key, if the key has no value. */
  readonly value: Span;
}

/** The YAML block at the start of a deck. */
export interface FrontMatter {
  /** From the opening `---` up to and including the three characters that close the block. */
  readonly span: Span;
  /** Keys and values; empty while the YAML is broken or not a mapping. */
  readonly values: Readonly<Record<string, YamlValue>>;
  /** Places of all keys, nested ones by dotted path: `slideOptions.theme`. */
  readonly entries: ReadonlyMap<string, FrontMatterEntry>;
  /** Set while the YAML can't be read: HedgeDoc then shows it as slide text. */
  readonly problem: DeckProblem | null;
}

/**
 * The text of one slide and what can be known from this text alone. The same object serves every later
 * version of the deck in which the slide's text is unchanged, so results computed from it can be cached by
 * identity. Offsets in it are relative to the slide's text.
 */
export interface SlideContent {
  /**
   * Exactly what is between two separators, line ends as in the document. Of a slide in a merge conflict: as its side
   * has it.
   */
  readonly text: string;
  /** The slide without its notes. */
  readonly body: Span;
  /** The notes after `Note:`, white space trimmed, or null. An empty span if the notes are empty. */
  readonly notes: Span | null;
  /** Number of line ends in `text`. */
  readonly lineEnds: number;
}

/** A slide with its place in the deck. */
export interface Slide {
  /** 0-based, in document order. */
  readonly index: number;
  /** reveal.js's horizontal index: the column. */
  readonly h: number;
  /** reveal.js's vertical index: the place within the column. */
  readonly v: number;
  /** Whether it belongs to a vertical stack (a column of more than one slide). */
  readonly stacked: boolean;
  /** The separator before the slide with the line ends that belong to it; empty for the first slide. */
  readonly separator: Span;
  /** The slide's text in the document. In a merge conflict it may contain markers and lines of the other side. */
  readonly span: Span;
  /** Line of `span.start`, 0-based. */
  readonly line: number;
  readonly content: SlideContent;
  /** Null if no merge conflict touches the slide. */
  readonly conflict: SlideConflict | null;
}

/** What there is to know of a slide that is one side's version, and may have a counterpart on the other side. */
export interface SlideConflict {
  readonly side: Side;
  /** Those that touch the slide, in the order of the text. */
  readonly conflicts: readonly Conflict[];
  /** Where a span of the slide's text is in the document; like `Slide.span` it may contain more. */
  place(span: Span): Span;
}

/** A parsed document. */
export interface Deck {
  readonly text: string;
  readonly dialect: Dialect;
  /** What was known of the deck's tool before its frontmatter was read. */
  readonly setup: Setup;
  /** Whether the dialect is no more than a guess: then nothing is said of what one tool does. */
  readonly isGuess: boolean;
  readonly frontMatter: FrontMatter | null;
  /** What splits it. */
  readonly separators: Separators;
  /** Those that git has left in the text. */
  readonly conflicts: readonly Conflict[];
  /**
   * At least one slide, even in an empty document. A slide that is in a merge conflict is there twice: as the current
   * side has it, then as the incoming side has it. Each side's slides, with those that both have, are in the order of
   * the text.
   */
  readonly slides: readonly Slide[];
  /**
   * What keeps the deck from being read as intended: a merge conflict, separators that are not valid patterns, a
   * document too large.
   */
  readonly problems: readonly DeckProblem[];
}

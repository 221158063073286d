import type { Config, Severity } from '../config/config';
import type { Deck, Dialect, SlideContent } from '../deck/deck';
import type { DeckFiles } from '../files/deckFiles';
import type { DeckReference } from '../markup/deckReferences';
import type { MarkedSlide } from '../markup/markedSlide';
import type { Markup } from '../markup/markup';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';
import type { Overflow } from './height/overflow';

/**
 * How far a fix may be trusted. Of what is surely wrong, a `safe` fix changes nothing that slides show; a `visible` one
 * changes how they look. An `offered` one may not be what the author meant.
 */
export type FixKind = 'safe' | 'visible' | 'offered';

/** A change that resolves a finding. Offsets are of the document. */
export interface Fix {
  /** Says what it does, in the words of a menu: "Change to ./logo.png". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly kind: FixKind;
}

/** One thing that is wrong with a deck. Offsets are of the document. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The best one first; at most one of them is not merely offered. */
  readonly fixes: readonly Fix[];
  /** The web address that it is about, where that can be opened or fetched. */
  readonly address?: string;
}

/** What a rule reports. */
export interface Found {
  /** What is wrong, what will happen because of it, and what to do. */
  readonly message: string;
  /** Exactly the faulty characters. */
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** Where it is not the rule's usual one. */
  readonly severity?: Severity;
  readonly address?: string;
}

/** One slide by itself. Offsets are relative to the slide's text. */
export interface SlideContext {
  readonly dialect: Dialect;
  readonly config: Config;
  readonly content: SlideContent;
  readonly text: string;
  readonly markup: Markup;
  report(found: Found): void;
}

/** The deck as a whole. Offsets are of the document. */
export interface DeckContext {
  readonly deck: Deck;
  readonly config: Config;
  readonly slides: readonly MarkedSlide[];
  /** Every URL of the deck, in the order of the text. */
  readonly references: readonly DeckReference[];
  readonly files: DeckFiles;
  readonly environment: LintEnvironment;
  /** Whether a comment silences the rule at a place: for findings that tell of several places. */
  isSilenced(span: Span): boolean;
  report(found: Found): void;
}

/** What only the place where the linter runs can know. */
export interface LintEnvironment {
  /** What of a slide does not fit, null where all does; undefined where nobody measured it. */
  measuredOverflow?(content: SlideContent): Overflow | null | undefined;
  /** The configuration or the user says that this file is a deck of its dialect. */
  readonly isConfigured?: boolean | undefined;
  /** The file begins with a byte order mark, which the text no longer has. */
  readonly hasBom?: boolean | undefined;
  /** Name of a formatter that will run over the deck when it is saved. */
  readonly formatter?: string | undefined;
}

/**
 * One rule, in a file that is named after its id. It looks at single slides (`checkSlide`, whose results are kept as
 * long as the slide's text stays), or at the deck (`checkDeck`, on each change, so it works from what is known of each
 * slide), or both.
 */
export interface Rule {
  /** Stable: suppression comments, configurations, SARIF and the README name it. */
  readonly id: string;
  readonly severity: Severity;
  /** HedgeDoc's rules mean nothing to the reveal dialects. */
  readonly dialects: 'all' | 'hedgedoc';
  /** One sentence on what it finds. */
  readonly description: string;
  /** The kinds of fixes it has, the safest first. */
  readonly fixes: readonly FixKind[];
  checkSlide?(context: SlideContext): void;
  checkDeck?(context: DeckContext): void;
}

/** Where a rule is explained. */
export function ruleUrl(id: string): string {
  return `https://github.com/deckwright/deckwright#${id}`;
}

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
 * How far a fix can be trusted. `safe` and `visible` fixes repair what is certainly wrong: after a safe one slides look as
 * before, after a visible one they look different. An `offered` fix may not be what the author meant.
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
  /** The web address that it is about, if that can be opened or downloaded. */
  readonly address?: string;
}

/** What a rule reports. */
export interface RuleFinding {
  /** What is wrong, what will happen because of it, and what to do. */
  readonly message: string;
  /** Exactly the faulty characters. */
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** If it differs from the rule's own. */
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
  report(found: RuleFinding): void;
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
  /** Whether a comment silences the rule at a place: for findings that cover several places. */
  isSilenced(span: Span): boolean;
  report(found: RuleFinding): void;
}

/** What only the host of the linter can know. */
export interface LintEnvironment {
  /** What does not fit on a slide, null if everything fits, undefined if it was not measured. */
  measuredOverflow?(content: SlideContent): Overflow | null | undefined;
  /** The configuration or the user says that this file is a deck of its dialect. */
  readonly isConfigured?: boolean | undefined;
  /** The file begins with a byte order mark, which is not part of the text. */
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
  /** Stable: suppression comments, configurations, SARIF and the documentation use it. */
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

/**
 * What the page of a rule says besides the rule's own properties: each rule's file exports it as `docs`. Only the
 * generator of the pages and its test read it, so no bundle contains it.
 */
export interface RuleDocs {
  /** What happens to the deck or its readers if nobody acts. One paragraph of markdown. */
  readonly why: string;
  readonly example: RuleExample;
  /** Settings in `.deckwright.json` that change what the rule finds or its fix does, besides its severity. */
  readonly settings?: readonly Exclude<keyof Config, 'rules'>[];
}

export interface RuleExample {
  /** What the deck's text does not show, such as files beside it. One or two sentences of markdown. */
  readonly given?: string;
  /** A deck with exactly one finding of the rule. */
  readonly before: string;
  /** The deck once it is repaired; if the rule offers a fix here, by the first one. */
  readonly after?: string;
  /** What the linter has to know besides the text. */
  readonly context?: ExampleContext;
}

export interface ExampleContext {
  /** Path of the deck: `deck.md` by default. */
  readonly deck?: string;
  /** Text of other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: LintEnvironment;
}

/** Address of the page that explains a rule, or one of the two findings that are not rules. */
export function ruleUrl(id: string): string {
  return `https://github.com/deckwright/deckwright/blob/main/docs/rules/${id}.md`;
}

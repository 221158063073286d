import type { Config, Severity } from '../config/config';
import type { Deck, Dialect, SlideContent } from '../deck/deck';
import type { DeckFiles } from '../files/deckFiles';
import type { DeckReference } from '../markup/deckReferences';
import type { MarkedSlide } from '../markup/markedSlide';
import type { Markup } from '../markup/markup';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';
import type { Overflow } from './height/overflow';
import type { LinkRecord } from './remote/linkRecord';

/**
 * How far a fix can be trusted. `safe` and `visible` fixes repair what no author can mean: a safe one leaves
 * slides looking as before, a visible one changes how they look. An `offered` fix may not be what the author
 * intended.
 */
export type FixKind = 'safe' | 'visible' | 'offered';

/** A change that resolves a finding. Offsets are of the document. */
export interface Fix {
  /** What it does, worded like a menu item: "Change to ./logo.png". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly kind: FixKind;
}

/** A single thing that is wrong in a deck. Offsets are of the document. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The best one first; at most one of them is more than offered. */
  readonly fixes: readonly Fix[];
  /** The web address in question, if it can be opened or downloaded. */
  readonly address?: string;
}

/** What a rule reports. */
export interface RuleFinding {
  /** What is wrong, what will happen because of it, and what to do. */
  readonly message: string;
  /** Exactly the faulty characters. */
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** Only if it differs from the rule's own. */
  readonly severity?: Severity;
  readonly address?: string;
}

/** A single slide. Offsets are relative to the slide's text. */
export interface SlideContext {
  readonly dialect: Dialect;
  /** Whether the dialect is no more than a guess. */
  readonly isGuess: boolean;
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
  /** Every URL of the deck, in text order, but for definitions that nothing refers to. */
  readonly references: readonly DeckReference[];
  readonly files: DeckFiles;
  readonly environment: LintEnvironment;
  /** Whether a comment silences the rule at a place: for findings that cover several places. */
  isSilenced(span: Span): boolean;
  report(found: RuleFinding): void;
}

/** What only the host of the linter can know. */
export interface LintEnvironment {
  /** What does not fit on a slide, null if everything fits, undefined if it has not been measured. */
  measuredOverflow?(content: SlideContent): Overflow | null | undefined;
  /** Whether the configuration or the user says that this file is a deck of its dialect. */
  readonly isConfigured?: boolean | undefined;
  /** Whether the file begins with a byte order mark, which is not part of the text. */
  readonly hasBom?: boolean | undefined;
  /** What a server answered for an address without its fragment; undefined if it was not asked. */
  remoteLink?(address: string): LinkRecord | undefined;
  /** Name of a formatter that will run over the deck when it is saved. */
  readonly formatter?: string | undefined;
}

/**
 * A rule, in a file named after its id. It checks single slides (`checkSlide`, whose results are cached while
 * the slide's text stays the same), or the deck (`checkDeck`, called on each change, so it works from what is
 * known about each slide), or both.
 */
export interface Rule {
  /** Stable: suppression comments, configurations, SARIF and the documentation use it. */
  readonly id: string;
  readonly severity: Severity;
  /** HedgeDoc's rules do not apply to the reveal dialects. */
  readonly dialects: 'all' | 'hedgedoc';
  /** One sentence on what it finds. */
  readonly description: string;
  /** The kinds of fixes it offers, the safest first. */
  readonly fixes: readonly FixKind[];
  checkSlide?(context: SlideContext): void;
  checkDeck?(context: DeckContext): void;
}

/**
 * What the page of a rule says in addition to the rule's own properties: each rule's file exports it as
 * `docs`. Only the generator of the pages and its test read it, so no bundle contains it.
 */
export interface RuleDocs {
  /** What happens to the deck or its readers if nobody acts. One paragraph of markdown. */
  readonly why: string;
  readonly example: RuleExample;
  /**
   * Settings in `.deckwright.json`, other than its severity, that change what the rule finds or its fix does.
   */
  readonly settings?: readonly Exclude<keyof Config, 'rules'>[];
  /** What looks alike and is not reported. One paragraph of markdown. */
  readonly spared: string;
  /**
   * Whether a finding should stop a commit, be mentioned or be kept quiet, and why: the severity follows from it. What
   * has another severity than the rule is named here too.
   */
  readonly verdict: string;
}

/** An example on a rule's page, which a test lints. */
export interface RuleExample {
  /** What the deck's text does not show, such as files next to it. One or two sentences of markdown. */
  readonly given?: string;
  /** A deck with exactly one finding of the rule. */
  readonly before: string;
  /** The repaired deck; if the rule offers a fix here, repaired by the first one. */
  readonly after?: string;
  /** What the linter has to know in addition to the text. */
  readonly context?: ExampleContext;
}

/** What surrounds the deck of an example. */
export interface ExampleContext {
  /** Path of the deck: `deck.md` by default. */
  readonly deck?: string;
  /** Text of other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: LintEnvironment;
}

/** Address of the page that explains a rule, or one of the two findings that do not come from rules. */
export function ruleUrl(id: string): string {
  return `https://github.com/deckwright/deckwright/blob/main/docs/rules/${id}.md`;
}

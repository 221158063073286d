import type { Config } from '../config/config';
import type { Deck, SlideContent } from '../deck/deck';
import type { DeckFiles } from '../files/deckFiles';
import { deckReferences } from '../markup/deckReferences';
import { markedSlides } from '../markup/markedSlide';
import { markupOf } from '../markup/markup';
import { getOrSet } from '../text/getOrSet';
import { printable } from '../text/printable';
import type { Span } from '../text/spans';
import type { DeckContext, Finding, Fix, LintEnvironment, Rule, RuleFinding, SlideContext } from './rule';
import { RULES } from './rules';
import { mergeConflict } from './rules/merge-conflict';
import { readSuppressions } from './suppressions';
import { trusted } from './trust';

/** What the linter needs besides the deck. */
export interface LintInput {
  readonly config: Config;
  readonly files: DeckFiles;
  readonly environment?: LintEnvironment;
}

/**
 * Everything the rules find in a deck, in text order. Offsets are of the document. What a rule finds in a
 * single slide is cached while the slide's text, the dialect and the configuration stay the same, so a
 * keystroke causes only one slide to be checked again.
 *
 * In a merge conflict, only slides that it does not touch are checked, and of the deck only the conflict: the rest would
 * be judged by what is soon gone.
 *
 * If `files` does not know something yet, findings that depend on it are missing.
 */
export function lintDeck(deck: Deck, input: LintInput): Finding[] {
  const { config, environment = {} } = input;
  const rules = RULES.filter((rule) => isOn(rule, deck, config)).filter(
    (rule) => deck.conflicts.length === 0 || rule === mergeConflict,
  );
  const slides = markedSlides(deck);
  const findings: Finding[] = [];
  for (const { slide, at } of slides) {
    for (const { rule, found } of slideFindings(slide.content, deck, config)) {
      findings.push(toFinding(rule, found, config, at));
    }
  }
  const files = filesOf(deck, input.files);
  const suppressions = readSuppressions(deck);
  let references: DeckContext['references'] | undefined;
  let rule: Rule;
  // One for all rules: there are many of them.
  const context: DeckContext = {
    deck,
    config,
    slides,
    get references() {
      references ??= deckReferences(deck, slides, config).filter(({ isUnused }) => !isUnused);
      return references;
    },
    files,
    environment,
    isSilenced: (span) => suppressions.covers({ rule: rule.id, span }),
    report: (found) => findings.push(toFinding(rule, found, config, (span) => span)),
  };
  for (rule of rules) rule.checkDeck?.(context);
  return findings
    .filter((finding) => !suppressions.covers(finding))
    .map((finding) => trusted(finding, deck))
    .sort(inOrder);
}

/** A page that loads the deck has its own folder, from which the deck's paths count. */
function filesOf({ setup }: Deck, files: DeckFiles): DeckFiles {
  if (!setup.page) return files;
  return {
    deck: files.deck,
    base: setup.page.file,
    list: (folder) => files.list(folder),
    head: (path) => files.head(path),
    text: (path) => files.text(path),
  };
}

/**
 * Computes in advance, slide by slide, what `lintDeck` caches of them, so that the caller can pause in
 * between.
 */
export function* lintSlides(deck: Deck, config: Config): Generator<void> {
  for (const { content, conflict } of deck.slides) {
    if (!conflict) slideFindings(content, deck, config);
    yield;
  }
}

/** As long as the dialect is a guess, no rule speaks of what one tool does. */
function isOn({ id, dialects }: Rule, { dialect, isGuess }: Reading, { rules }: Config): boolean {
  return rules[id] !== 'off' && (dialects === 'all' || (dialect === 'hedgedoc' && !isGuess));
}

interface SlideFound {
  readonly rule: Rule;
  readonly found: RuleFinding;
}

/** What decides which rules are on. */
type Reading = Pick<Deck, 'dialect' | 'isGuess'>;

/** The rules that are on, and what they have found. */
interface SlideCheck {
  readonly rules: readonly Rule[];
  readonly found: WeakMap<SlideContent, readonly SlideFound[]>;
}

const kept = new WeakMap<Config, Map<string, SlideCheck>>();

function slideFindings(content: SlideContent, reading: Reading, config: Config): readonly SlideFound[] {
  const byReading = getOrSet(kept, config, () => new Map());
  const key = `${reading.dialect}${reading.isGuess ? '?' : ''}`;
  const { rules, found } = getOrSet(byReading, key, (): SlideCheck => {
    const rules = RULES.filter((rule) => rule.checkSlide && isOn(rule, reading, config));
    return { rules, found: new WeakMap() };
  });
  return getOrSet(found, content, () => checkSlide(content, rules, reading, config));
}

function checkSlide(
  content: SlideContent,
  rules: readonly Rule[],
  { dialect, isGuess }: Reading,
  config: Config,
): SlideFound[] {
  const all: SlideFound[] = [];
  const { text } = content;
  const markup = markupOf(content, dialect);
  let rule: Rule;
  const report = (found: RuleFinding) => all.push({ rule, found });
  const context: SlideContext = { dialect, isGuess, config, content, text, markup, report };
  for (rule of rules) rule.checkSlide!(context);
  return all;
}

function toFinding(rule: Rule, found: RuleFinding, config: Config, at: (span: Span) => Span): Finding {
  const configured = config.rules[rule.id];
  const severity = configured && configured !== 'off' ? configured : (found.severity ?? rule.severity);
  const { span, fixes = [], address } = found;
  // It may quote text of the deck.
  const message = printable(found.message);
  return {
    rule: rule.id,
    severity,
    message,
    span: at(span),
    fixes: fixes.map((fix) => moved(fix, at)),
    ...(address !== undefined && { address }),
  };
}

function moved(fix: Fix, at: (span: Span) => Span): Fix {
  return {
    ...fix,
    title: printable(fix.title),
    edits: fix.edits.map(({ span, newText }) => ({ span: at(span), newText })),
  };
}

function inOrder(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Config } from '../config/config';
import { dashSeparators } from '../deck/dashSeparators';
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
import { readSuppressions } from './suppressions';

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
 * If `files` does not know something yet, findings that depend on it are missing.
 */
export function lintDeck(deck: Deck, input: LintInput): Finding[] {
  const { config, environment = {} } = input;
  const rules = RULES.filter((rule) => isOn(rule, deck, config));
  const slides = markedSlides(deck);
  const findings: Finding[] = [];
  const reading = readingOf(deck);
  for (const { slide, at } of slides) {
    for (const { rule, found } of slideFindings(slide.content, reading, config)) {
      findings.push(toFinding(rule, found, config, at));
    }
  }
  const files = filesOf(deck, input.files);
  const suppressions = readSuppressions(deck);
  let references: DeckContext['references'] | undefined;
  for (const rule of rules) {
    rule.checkDeck?.({
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
    });
  }
  return findings.filter((finding) => !suppressions.covers(finding)).sort(inOrder);
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
  const reading = readingOf(deck);
  for (const { content } of deck.slides) {
    slideFindings(content, reading, config);
    yield;
  }
}

/** As long as the dialect is a guess, no rule speaks of what one tool does. */
function isOn(
  { id, dialects }: Rule,
  { dialect, isGuess }: Pick<Deck, 'dialect' | 'isGuess'>,
  { rules }: Config,
): boolean {
  return rules[id] !== 'off' && (dialects === 'all' || (dialect === 'hedgedoc' && !isGuess));
}

interface SlideFound {
  readonly rule: Rule;
  readonly found: RuleFinding;
}

/** What the rules for single slides know of the deck. */
interface Reading extends Pick<SlideContext, 'dialect' | 'isGuess' | 'tool' | 'dashes'> {
  /** The same for decks of which they know the same. */
  readonly key: string;
}

function readingOf({ dialect, isGuess, setup: { tool }, separators }: Deck): Reading {
  const dashes = dashSeparators(separators);
  return { dialect, isGuess, tool, dashes, key: JSON.stringify([dialect, isGuess, tool, dashes]) };
}

const kept = new WeakMap<Config, Map<string, WeakMap<SlideContent, readonly SlideFound[]>>>();

function slideFindings(content: SlideContent, reading: Reading, config: Config): readonly SlideFound[] {
  const byReading = getOrSet(kept, config, () => new Map());
  const bySlide = getOrSet(byReading, reading.key, () => new WeakMap());
  return getOrSet(bySlide, content, () => checkSlide(content, reading, config));
}

function checkSlide(content: SlideContent, reading: Reading, config: Config): SlideFound[] {
  const { dialect, isGuess, tool, dashes } = reading;
  const all: SlideFound[] = [];
  for (const rule of RULES) {
    if (!rule.checkSlide || !isOn(rule, reading, config)) continue;
    rule.checkSlide({
      dialect,
      isGuess,
      tool,
      dashes,
      config,
      content,
      text: content.text,
      markup: markupOf(content, dialect),
      report: (found) => all.push({ rule, found }),
    });
  }
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

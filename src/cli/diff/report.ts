import path from 'node:path';
import type { Aspect, Kin, SettingChange, SlideChange } from '../../core/compare/comparison';
import { changedSetup, type SetupPart } from '../../core/compare/settings';
import type { Deck } from '../../core/deck/deck';
import { nameOf } from '../../core/deck/namedSetups';
import { slideNumber } from '../../core/deck/slideNumber';
import { textStart } from '../../core/summary/slideAt';
import { slideTitle } from '../../core/summary/titles';
import { countLineEnds } from '../../core/text/lineEnds';
import type { DeckDiff, DeckVersion } from './decks';

/** What `diff --format json` prints. */
export interface DiffReport {
  /** The decks that differ. */
  readonly decks: readonly DeckReport[];
}

export interface DeckReport {
  /** Relative to the working directory; null for a deck that is new, or gone. */
  readonly before: string | null;
  readonly after: string | null;
  /** Those that differ, in the order of the later deck. */
  readonly slides: readonly SlideReport[];
  /** Values of the frontmatter that differ; null where there is none. */
  readonly settings: readonly SettingChange[];
  /** Whether the style sheets at the head of the deck differ. */
  readonly styles: boolean;
  /** Style sheets that differ, and pictures of these and of the deck's options. Relative to the working directory. */
  readonly files: readonly string[];
  /** What differs in the set-up of the deck by the files around it. */
  readonly setup: readonly SetupPart[];
  /** What each version is written for, if that differs. */
  readonly dialects: { readonly before: string; readonly after: string } | null;
}

export interface SlideReport {
  readonly before: SlidePlace | null;
  readonly after: SlidePlace | null;
  readonly change: 'added' | 'removed' | 'changed';
  readonly moved: boolean;
  readonly aspects: readonly Aspect[];
  /** Where an added slide comes from, or where a removed one went. */
  readonly kin: { readonly kind: Kin['kind']; readonly number: string } | null;
}

export interface SlidePlace {
  /** As the slide shows it: "4", in a vertical stack "4.2". */
  readonly number: string;
  /** The first heading, or else the first words; empty if there are neither. */
  readonly title: string;
  /** The first line with text; 1-based. */
  readonly line: number;
}

/** What differs, of which changes that show nothing can be left out. */
export function reportOf(diffs: readonly DeckDiff[], withHidden: boolean): DiffReport {
  const decks = diffs.map((diff) => deckReport(diff, withHidden));
  return {
    decks: decks.filter(
      ({ before, after, styles, dialects, ...lists }) =>
        before !== after ||
        styles ||
        dialects !== null ||
        [lists.slides, lists.settings, lists.files, lists.setup].some(({ length }) => length > 0),
    ),
  };
}

/** Whether a slide differs in something that is told. */
export function isTold({ before, after, isMoved, aspects }: SlideChange, withHidden: boolean): boolean {
  if (before === null || after === null || isMoved) return true;
  return aspects.some((aspect) => withHidden || aspect !== 'hidden');
}

function deckReport({ before, after, comparison, files }: DeckDiff, withHidden: boolean): DeckReport {
  const { slides, settings, hasOtherStyles } = comparison;
  const told = slides.filter((change) => isTold(change, withHidden));
  const differs = before && after && nameOf(before.deck.setup) !== nameOf(after.deck.setup);
  return {
    before: nameOfVersion(before),
    after: nameOfVersion(after),
    slides: told.map((change) => slideReport(change, before?.deck, after?.deck)),
    settings: settings.map(({ name, before, after }) => ({
      name,
      before: before ?? null,
      after: after ?? null,
    })),
    styles: hasOtherStyles,
    files: files.map((file) => nameOfFile(path.join(after!.version.state.git.folder, file))),
    setup: before && after && !differs ? changedSetup(before.deck.setup, after.deck.setup) : [],
    dialects: differs ? { before: nameOf(before.deck.setup), after: nameOf(after.deck.setup) } : null,
  };
}

function nameOfVersion(version: DeckVersion | null): string | null {
  return version && nameOfFile(version.version.file);
}

function nameOfFile(file: string): string {
  return path.relative('', file).replaceAll(path.sep, '/');
}

function slideReport(change: SlideChange, before: Deck | undefined, after: Deck | undefined): SlideReport {
  const { isMoved, aspects, kin } = change;
  const what = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
  const numberIn = (deck: Deck, index: number) => slideNumber(deck.slides[index]!, deck);
  return {
    before: before && change.before !== null ? placeOf(before, change.before) : null,
    after: after && change.after !== null ? placeOf(after, change.after) : null,
    change: what,
    moved: isMoved,
    aspects,
    kin: kin && {
      kind: kin.kind,
      number: 'after' in kin ? numberIn(after!, kin.after) : numberIn(before!, kin.before),
    },
  };
}

function placeOf(deck: Deck, index: number): SlidePlace {
  const slide = deck.slides[index]!;
  const title = slideTitle(slide.content);
  const start = textStart(slide) - slide.span.start;
  return {
    number: slideNumber(slide, deck),
    title: 'text' in title ? title.text : '',
    line: slide.line + countLineEnds(slide.content.text.slice(0, start)) + 1,
  };
}

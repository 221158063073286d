import { commonEnds } from '../text/commonEnds';
import { countLineEnds } from '../text/lineEnds';
import { type Conflict, conflictsIn } from './conflicts';
import type { Deck, DeckProblem, FrontMatter, Slide, SlideContent } from './deck';
import { recognizeDeck } from './dialects';
import { parseFrontMatter } from './frontMatter';
import { misplacedFrontMatter } from './misplacedFrontMatter';
import { dialectOf, NAMED_SETUPS, type SetupName } from './namedSetups';
import { PROBLEMS, problem } from './problems';
import { type Separators, separatorsFor } from './separators';
import type { Setup } from './setup';
import { readSlideContent } from './slideContent';
import { splitSides } from './splitSides';
import { type SlidePlace, splitSlides } from './splitSlides';

/** What decides how a document is parsed besides its text. */
export interface ParseOptions {
  /** What is known of the deck's tool. Without it, the document itself decides. */
  readonly setup?: Setup | SetupName | undefined;
  /** Whether `setup` is no more than a guess. */
  readonly isGuess?: boolean;
  /** Frontmatter that was read before, most likely from this text: if it is the same, it is not read again. */
  readonly frontMatter?: FrontMatter | null;
  /** False in untrusted workspaces: patterns from the deck's frontmatter are not run. */
  readonly allowCustomSeparators?: boolean;
}

/**
 * Reads a deck. Never fails: what can't be read as intended is listed in `problems`.
 *
 * If the deck's earlier state is given as `previous`, everything unchanged is reused by identity: the
 * frontmatter, the content of every slide whose text is unchanged wherever it is now, and the slides
 * themselves up to the first change. The result equals that of parsing from scratch.
 */
export function parseDeck(text: string, options: ParseOptions = {}, previous?: Deck): Deck {
  const conflicts = conflictsIn(text);
  const frontMatter = parseFrontMatter(text, options.frontMatter ?? previous?.frontMatter, conflicts);
  const { setup, isGuess } = knownSetup(options) ?? recognizeDeck(text, frontMatter);
  const { separators, problems } = separatorsFor(setup, frontMatter, options.allowCustomSeparators ?? true);
  const places =
    conflicts.length > 0
      ? splitSides(text, conflicts, separators)
      : splitSlides(text, frontMatter?.span.end ?? 0, separators);
  // Contents found by another rule for notes can't be reused.
  const reusable = previous?.separators.notes === separators.notes ? previous : undefined;
  const slides = placeSlides(text, places, separators, reusable);
  return {
    text,
    dialect: dialectOf(setup),
    setup,
    isGuess,
    frontMatter,
    separators,
    conflicts,
    slides,
    problems: [...documentProblems(text, conflicts, frontMatter), ...problems],
  };
}

function knownSetup({ setup, isGuess = false }: ParseOptions): Pick<Deck, 'setup' | 'isGuess'> | null {
  if (setup === undefined) return null;
  return { setup: typeof setup === 'string' ? NAMED_SETUPS[setup] : setup, isGuess };
}

function documentProblems(
  text: string,
  [conflict]: readonly Conflict[],
  frontMatter: FrontMatter | null,
): DeckProblem[] {
  const inConflict = conflict ? [problem(PROBLEMS.inConflict, conflict.marker)] : [];
  if (frontMatter?.problem) return [...inConflict, frontMatter.problem];
  if (conflict) return inConflict;
  const misplaced = frontMatter ? null : misplacedFrontMatter(text);
  if (!misplaced) return [];
  return [problem(PROBLEMS.misplaced, { start: 0, end: misplaced.start })];
}

function placeSlides(
  text: string,
  places: readonly SlidePlace[],
  separators: Separators,
  previous: Deck | undefined,
): Slide[] {
  const contents = takeContents(text, places, separators, previous);
  const slides: Slide[] = [];
  let h = 0;
  let v = 0;
  let line = 0;
  let read = 0;
  places.forEach((place, index) => {
    line += lineEndsBetween(text, read, place.span.start);
    if (index > 0) {
      if (place.vertical) v++;
      else {
        h++;
        v = 0;
      }
    }
    const stacked = v > 0 || (places[index + 1]?.vertical ?? false);
    const content = contents[index]!;
    const { separator, span, conflict = null } = place;
    const slide = { index, h, v, stacked, separator, span, line, content, conflict };
    slides.push(reuseSlide(previous?.slides[index], slide));
    if (!conflict) line += content.lineEnds;
    read = conflict ? span.start : span.end;
  });
  return slides;
}

/** Less than 0 if the other offset is before the first, as it may be in a merge conflict. */
function lineEndsBetween(text: string, from: number, to: number): number {
  return to < from ? -countLineEnds(text.slice(to, from)) : countLineEnds(text.slice(from, to));
}

/** The earlier slide if nothing about it changed, so that its users see by identity that it is the same. */
function reuseSlide(earlier: Slide | undefined, slide: Slide): Slide {
  const same =
    earlier?.content === slide.content &&
    earlier.conflict === null &&
    slide.conflict === null &&
    earlier.span.start === slide.span.start &&
    earlier.separator.start === slide.separator.start &&
    earlier.separator.end === slide.separator.end &&
    earlier.h === slide.h &&
    earlier.v === slide.v &&
    earlier.stacked === slide.stacked &&
    earlier.line === slide.line;
  return same ? earlier : slide;
}

/**
 * For each slide's text the content object that an earlier version of the deck had for it, else a new one.
 * What is before the first change or after the last one is known by its place; text is only compared in
 * between, and everywhere in a merge conflict.
 */
function takeContents(
  text: string,
  places: readonly SlidePlace[],
  separators: Separators,
  previous: Deck | undefined,
): SlideContent[] {
  const slides = previous?.slides ?? [];
  const isInConflict = slides.some(({ conflict }) => conflict) || places.some(({ conflict }) => conflict);
  const { prefix, suffix } = isInConflict ? NOTHING : commonEnds(text, previous?.text ?? '');
  const contents: SlideContent[] = [];

  let first = 0;
  for (; first < places.length; first++) {
    const { span } = places[first]!;
    const slide = slides[first];
    if (slide?.span.start !== span.start || slide.span.end !== span.end || span.end > prefix) break;
    contents[first] = slide.content;
  }
  const shift = slides.length - places.length;
  const longer = (previous?.text.length ?? 0) - text.length;
  let last = places.length - 1;
  for (; last >= first && last + shift >= first; last--) {
    const { span } = places[last]!;
    const slide = slides[last + shift]!;
    const moved = slide.span.start === span.start + longer && slide.span.end === span.end + longer;
    if (!moved || span.start < text.length - suffix) break;
    contents[last] = slide.content;
  }
  const moved = new Map(slides.slice(first, last + shift + 1).map(({ content }) => [content.text, content]));
  for (let index = first; index <= last; index++) {
    const { span, text: slideText = text.slice(span.start, span.end) } = places[index]!;
    contents[index] =
      moved.get(slideText) ?? readSlideContent(previous ? detached(slideText) : slideText, separators.notes);
  }
  return contents;
}

/** Not even the empty text at an end. */
const NOTHING = { prefix: -1, suffix: -1 };

/** A copy that does not keep the whole document in memory, as a mere slice of it would. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

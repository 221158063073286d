import type { DeckComparison, SlideChange } from '../core/compare/comparison';
import type { Deck, Slide } from '../core/deck/deck';
import type { RenderedSlide } from '../core/render/rendered';
import type { Side } from './side';

/** Counts the revisions of a file of today: an address with another one is the same file. */
const REVISION = /\?v=\d+/g;
const SOURCE = /\bsrc="([^"]*)"/g;

/** What is told as well of slides whose text is the same, but whose files are not: their pictures are others. */
export async function withChangedFiles(
  result: DeckComparison,
  [before, after]: readonly [Side, Side],
  decks: { readonly before: Deck; readonly after: Deck },
): Promise<DeckComparison> {
  const names = before.past.folders?.changedNames ?? [];
  const namesAny = ({ content }: Slide) =>
    names.some((name) => content.text.includes(name) || content.text.includes(encodeURIComponent(name)));
  const candidates = result.slides.filter(
    (change) =>
      change.after !== null && change.before !== null && namesAny(decks.after.slides[change.after]!),
  );
  if (candidates.length === 0) return result;
  const earlier = await before.rendered(
    decks.before,
    candidates.map((change) => decks.before.slides[change.before!]!),
  );
  const later = await after.rendered(
    decks.after,
    candidates.map((change) => decks.after.slides[change.after!]!),
  );
  const told = new Map(candidates.map((change, at) => [change, withFiles(change, earlier[at]!, later[at]!)]));
  return { ...result, slides: result.slides.map((change) => told.get(change) ?? change) };
}

function withFiles(change: SlideChange, earlier: RenderedSlide, later: RenderedSlide): SlideChange {
  const { before, after, isMoved, isEdited, kin, aspects } = change;
  const found = new Set(aspects);
  if (differ(earlier, later, sourcesOf)) found.add('picture');
  if (
    differ(
      earlier,
      later,
      ({ attributes }) => attributes['data-background-image'] ?? attributes['data-background'] ?? '',
    )
  )
    found.add('background');
  return found.size === aspects.length
    ? change
    : { before, after, isMoved, isEdited, kin, aspects: [...found] };
}

function differ(one: RenderedSlide, other: RenderedSlide, of: (slide: RenderedSlide) => string): boolean {
  const [a, b] = [one, other].map((slide) => of(slide).replace(REVISION, ''));
  return a !== b;
}

function sourcesOf({ html }: RenderedSlide): string {
  return [...html.matchAll(SOURCE)].map(([, source]) => source).join('\n');
}

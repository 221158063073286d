import type { Deck, Slide, SlideContent } from '../deck/deck';
import type { RenderedSlide } from '../render/rendered';
import { ASPECTS, type Aspect, type DeckComparison, type SlideChange, shownAspects } from './comparison';

/** Renders slides so that the address of a file is another one if its content is. */
export type Render = (slides: readonly Slide[]) => Promise<readonly RenderedSlide[]>;

/** Files that are not what they were, and what renders the slides of the two decks with them. */
export interface ChangedFiles {
  /** Without folders. */
  readonly names: readonly string[];
  readonly before: Render;
  readonly after: Render;
}

/** What is told as well of slides that show the same files as before, which have another content now. */
export async function withChangedFiles(
  result: DeckComparison,
  { before, after }: { readonly before: Deck; readonly after: Deck },
  files: ChangedFiles,
): Promise<DeckComparison> {
  const candidates = result.slides.flatMap((change) => {
    const earlier = before.slides[change.before ?? -1];
    const later = after.slides[change.after ?? -1];
    return earlier && later && namesAny(later.content, files.names) ? [{ change, earlier, later }] : [];
  });
  if (candidates.length === 0) return result;
  const earlier = await files.before(candidates.map((each) => each.earlier));
  const later = await files.after(candidates.map((each) => each.later));
  const told = new Map(
    candidates.map(({ change }, at) => [change, withFiles(change, earlier[at]!, later[at]!)]),
  );
  return { ...result, slides: result.slides.map((change) => told.get(change) ?? change) };
}

/** Whether a text may name one of these files. */
export function namesAny({ text }: Pick<SlideContent, 'text'>, names: readonly string[]): boolean {
  return names.some((name) => text.includes(name) || text.includes(encodeURIComponent(name)));
}

function withFiles(change: SlideChange, earlier: RenderedSlide, later: RenderedSlide): SlideChange {
  const shown = shownAspects(change);
  const differs = (of: (slide: RenderedSlide) => string) => of(earlier) !== of(later);
  const found = new Set<Aspect>(shown);
  if (differs(sourcesOf)) found.add('picture');
  if (differs(backgroundOf)) found.add('background');
  if (found.size === shown.length) return change;
  const { before, after, isMoved, isEdited, kin } = change;
  return { before, after, isMoved, isEdited, kin, aspects: ASPECTS.filter((aspect) => found.has(aspect)) };
}

/** Addresses of what an element shows, and of pictures in styles. */
const SOURCE = /\b(?:src|poster)="([^"]*)"|\burl\(([^)]*)\)/g;

function sourcesOf({ html }: RenderedSlide): string {
  return Array.from(html.matchAll(SOURCE), ([, source, picture]) => source ?? picture).join('\n');
}

/** Pictures, videos and what is in their place. */
function backgroundOf({ attributes }: RenderedSlide): string {
  const names = ['data-background', 'data-background-image', 'data-background-video'];
  return names.map((name) => attributes[name] ?? '').join('\n');
}

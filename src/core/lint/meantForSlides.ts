import type { FrontMatter } from '../deck/deck';
import type { DeckContext } from './rule';

/** Whether a deck with frontmatter is meant to be slides in HedgeDoc, even if HedgeDoc does not see that. */
export function isMeantForSlides(context: DeckContext): boolean {
  const { frontMatter } = context.deck;
  return (frontMatter !== null && asksForSlides(frontMatter)) || isMeantForHedgedoc(context);
}

/** In any letter case, of which HedgeDoc reads only its own. */
function asksForSlides({ values }: FrontMatter): boolean {
  return Object.entries(values).some(([key, value]) => {
    const name = key.toLowerCase();
    return name === 'slideoptions' || (name === 'type' && String(value).toLowerCase() === 'slide');
  });
}

/** The key that is this one but for its letter case; undefined if there is none, or this one is there too. */
export function keyInOtherCase(name: string, values: FrontMatter['values']): string | undefined {
  if (name in values) return undefined;
  return Object.keys(values).find((key) => key.toLowerCase() === name);
}

/** Whether something besides the frontmatter says so: separators alone could just as well be reveal-md's. */
export function isMeantForHedgedoc({ deck, slides, environment }: DeckContext): boolean {
  if (environment.isConfigured) return true;
  const { tags, comments } = slides[0]!.markup;
  const hasTitleBlock =
    tags.some(({ name }) => name === 'style' || name === 'font') ||
    comments.some(({ attributes }) => attributes?.target === 'slide');
  const hasBoth = deck.slides.some(({ h }) => h > 0) && deck.slides.some(({ v }) => v > 0);
  return hasTitleBlock && hasBoth;
}

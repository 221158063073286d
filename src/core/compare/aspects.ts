import type { SlideContent } from '../deck/deck';
import type { RenderRules } from '../render/renderRules';
import { getOrSet } from '../text/getOrSet';
import { ASPECTS, type Aspect } from './comparison';
import { type Shown, shownOf } from './shown';

/** A slide's content and how its deck has it rendered. */
export interface ShownContent {
  readonly content: SlideContent;
  readonly rules: RenderRules;
}

const known = new WeakMap<SlideContent, WeakMap<SlideContent, readonly Aspect[]>>();

/** What differs between two versions of a slide, whose sources differ. */
export function aspectsBetween(before: ShownContent, after: ShownContent): readonly Aspect[] {
  const byAfter = getOrSet(known, before.content, () => new WeakMap());
  return getOrSet(byAfter, after.content, () =>
    differences(shownOf(before.content, before.rules), shownOf(after.content, after.rules)),
  );
}

function differences(before: Shown, after: Shown): readonly Aspect[] {
  const differs = (part: keyof Shown) => before[part] !== after[part];
  const isContentSame = !differs('text') && !differs('picture') && !differs('link');
  // A new paragraph is no new style, but one that is centered is.
  const isStyled = differs('style') || (isContentSame && differs('html'));
  const found = ASPECTS.filter((aspect) => {
    if (aspect === 'style') return isStyled;
    return aspect !== 'hidden' && differs(aspect);
  });
  return found.length > 0 ? found : ['hidden'];
}

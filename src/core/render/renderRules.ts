import type { Deck } from '../deck/deck';
import type { RenderOptions } from './rendered';

/** What a deck's tool decides about how its slides are rendered. */
export type RenderRules = Pick<RenderOptions, 'dialect' | 'math' | 'markdownInHtml'>;

/** The rules for a deck. A page of one's own loads the markdown as a file; the tools write it into their page. */
export function renderRules({ dialect, setup }: Deck): RenderRules {
  return { dialect, math: setup.math, markdownInHtml: setup.tool !== 'reveal' };
}

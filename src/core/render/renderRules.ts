import type { Deck } from '../deck/deck';
import type { RenderOptions } from './rendered';

/** What a deck's tool decides about how its slides are rendered. */
export type RenderRules = Pick<RenderOptions, 'dialect' | 'math' | 'markdownInHtml' | 'pageIndentation'>;

/** The spaces before the markdown in the template of reveal-md's page. */
const TEMPLATE_INDENTATION = 12;

/** The rules for a deck. A page of one's own loads the markdown as a file; the tools write it into their page. */
export function renderRules(deck: Deck): RenderRules {
  const { dialect, setup } = deck;
  return {
    dialect,
    math: setup.math,
    markdownInHtml: setup.tool !== 'reveal',
    pageIndentation: pageIndentation(deck),
  };
}

/** reveal.js counts the white space at the head of the deck as part of the indentation. */
function pageIndentation({ text, setup, frontMatter }: Deck): number {
  const hasOwnTemplate = setup.template !== undefined || frontMatter?.values.template !== undefined;
  if (setup.tool !== 'reveal-md' || hasOwnTemplate) return 0;
  const markdown = text.slice(frontMatter?.span.end ?? 0).replace(/^\uFEFF/, '');
  const head = /^\s*/.exec(markdown)![0].replace(/\r\n/g, '\n');
  return TEMPLATE_INDENTATION + head.length;
}

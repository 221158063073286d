import type { DeckReference } from '../../markup/deckReferences';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Span } from '../../text/spans';
import type { DeckContext, Rule, RuleDocs } from '../rule';

const HANDLE = /^@([a-z\d](?:[a-z\d-]*[a-z\d])?)$/i;
const PROFILE = /^https?:\/\/(?:www\.)?github\.com\/([a-z\d-]+)\/?$/i;

export const handleMismatch: Rule = {
  id: 'handle-mismatch',
  severity: 'error',
  dialects: 'hedgedoc',
  description: "A GitHub handle links to somebody else's profile.",
  fixes: ['offered'],
  checkDeck(context) {
    const slides = new Map(context.slides.map((linted) => [linted.slide, linted]));
    for (const reference of context.references) {
      const profile = reference.kind === 'link' ? PROFILE.exec(reference.url)?.[1] : undefined;
      const linted = reference.slide && slides.get(reference.slide);
      const label = profile && linted && labelOf(reference, linted);
      const handle = label && HANDLE.exec(context.deck.text.slice(label.start, label.end).trim())?.[1];
      if (!handle || handle.toLowerCase() === profile.toLowerCase()) continue;
      report(context, reference, handle, profile);
    }
  },
};

export const docs: RuleDocs = {
  why: 'Readers who want to reach the person get somebody else. This happens when the reporter of the last deck is replaced in the text but not in the link.',
  example: {
    before: 'Report by [@hubot](https://github.com/octocat)',
    after: 'Report by [@hubot](https://github.com/hubot)',
  },
  settings: ['ignoreLinks'],
  spared:
    'Handles without a link, which `reporter` covers; names that are not handles; differences in letter case; and addresses below a profile, such as a repository.',
  verdict: 'Stop the commit: one person is taken for another.',
};

function report(context: DeckContext, { urlSpan }: DeckReference, handle: string, profile: string): void {
  const newText = `https://github.com/${handle}`;
  context.report({
    message: `The text says @${handle}, but the link leads to @${profile}. Readers will mistake one for the other: make them agree.`,
    span: urlSpan,
    fixes: [{ title: `Change the link to ${newText}`, edits: [{ span: urlSpan, newText }], kind: 'offered' }],
  });
}

/** The text of the link: between the brackets, or between `<a …>` and `</a>`. */
function labelOf({ labelSpan, tag }: DeckReference, { markup, at }: MarkedSlide): Span | null {
  if (labelSpan || tag?.name !== 'a') return labelSpan;
  const next = markup.tags[markup.tags.indexOf(tag) + 1];
  return next?.name === 'a' && next.closing ? at({ start: tag.span.end, end: next.span.start }) : null;
}

import type { Config } from '../config/config';
import { matchesAddress } from '../config/globs';
import type { Deck, Slide } from '../deck/deck';
import type { Tool } from '../deck/setup';
import { classifyUrl } from '../files/urls';
import { getOrSet } from '../text/getOrSet';
import { isRecord } from '../text/isRecord';
import type { Span } from '../text/spans';
import type { MarkedSlide } from './markedSlide';
import type { Markup } from './markup';
import type { Reference } from './references';

/** A reference with offsets of the document. Those in the frontmatter belong to no slide. */
export interface DeckReference extends Omit<Reference, 'syntax'> {
  readonly syntax: Reference['syntax'] | 'frontMatter';
  readonly slide: Slide | null;
}

/**
 * Every URL of the deck with its place in the document, starting with that of the frontmatter's background.
 * URLs that the configuration ignores are left out.
 */
export function deckReferences(
  deck: Deck,
  slides: readonly MarkedSlide[],
  { ignoreLinks }: Config,
): DeckReference[] {
  const references = [...frontMatterReferences(deck), ...slides.flatMap(slideReferences)];
  if (ignoreLinks.length === 0) return references;
  return references.filter(({ url }) => !ignoreLinks.some((pattern) => matchesAddress(pattern, url)));
}

/** A slide stays the same object while neither its text nor its place changes. */
const known = new WeakMap<Slide, WeakMap<Markup, DeckReference[]>>();

function slideReferences({ slide, markup, at }: MarkedSlide): DeckReference[] {
  const byMarkup = getOrSet(known, slide, () => new WeakMap());
  return getOrSet(byMarkup, markup, () =>
    markup.references.map((reference) => {
      const { urlSpan, span, labelSpan } = reference;
      const places = { urlSpan: at(urlSpan), span: at(span), labelSpan: labelSpan && at(labelSpan) };
      return { ...reference, ...places, slide };
    }),
  );
}

const BACKGROUND = 'parallaxBackgroundImage';
const SECTIONS = ['slideOptions', 'revealOptions'];
/** Where other tools read options of reveal.js: at the top level, or in a section of their own. */
const SECTIONS_OF: Readonly<Partial<Record<Tool, readonly string[]>>> = {
  'vscode-reveal': [''],
  mkslides: ['revealjs'],
};

function frontMatterReferences({ text, frontMatter, setup }: Deck): DeckReference[] {
  return (SECTIONS_OF[setup.tool] ?? SECTIONS).flatMap((section) => {
    const entry = frontMatter?.entries.get(section === '' ? BACKGROUND : `${section}.${BACKGROUND}`);
    const options = section === '' ? frontMatter?.values : frontMatter?.values[section];
    const url = isRecord(options) ? options[BACKGROUND] : null;
    // Empty, or a markdown link or picture, which has no meaning here.
    if (!entry || typeof url !== 'string' || /^\s*(?:$|!?\[)/.test(url)) return [];
    const urlSpan = withoutQuotes(text, entry.value);
    const target = classifyUrl(url);
    const span = { start: entry.key.start, end: urlSpan.end };
    const where = { url, urlSpan, span, target, labelSpan: null, tag: null, attribute: null, slide: null };
    return [{ kind: 'background', syntax: 'frontMatter', ...where }] as const;
  });
}

/** Without quotes, and without the line ends that belong to a block (`>`, `|`). */
function withoutQuotes(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end).trimEnd();
  const last = start + written.length;
  return /^(['"])[\s\S]*\1$/.test(written) ? { start: start + 1, end: last - 1 } : { start, end: last };
}

import GithubSlugger from 'github-slugger';
import { Slugger } from 'marked';
import type { Deck, Dialect, SlideContent } from '../deck/deck';
import { parseDeck } from '../deck/parseDeck';
import { getOrSet } from '../text/getOrSet';
import { markupOf, type TextBlock } from './markup';

const ids = new WeakMap<SlideContent, readonly string[]>();

/** The ids of a slide and of its elements, including those that reveal.js gives to headings. */
export function idsOf(content: SlideContent, dialect: Dialect): readonly string[] {
  return getOrSet(ids, content, () => {
    const { tags, comments, blocks } = markupOf(content, dialect);
    const inHtml = tags.flatMap(({ attributes }) => attributes);
    const inComments = comments.flatMap(({ attributes }) => attributes?.attributes ?? []);
    const written = [...inHtml, ...inComments].filter(({ name }) => name === 'id').map(({ value }) => value);
    return dialect === 'hedgedoc' ? written : [...written, ...headingIds(blocks)];
  });
}

/** reveal.js renders each slide on its own, so a heading's id is unique only there. */
function headingIds(blocks: readonly TextBlock[]): string[] {
  const slugger = new Slugger();
  return blocks
    .filter(({ kind, inNotes }) => kind === 'heading' && !inNotes)
    .map(({ plain }) => slugger.slug(plain));
}

/** What `#…` after a markdown file's name may refer to: its headings as GitHub names them, ids, slides. */
export interface Anchors {
  readonly deck: Deck;
  readonly names: ReadonlySet<string>;
}

/** GitHub makes ids of a heading's source as far as emoji go: `:zap: Fast` is `zap-fast`. */
function wordsOnGitHub({ plain, span }: TextBlock, text: string): string {
  const source = text.slice(span.start, span.end);
  return /:[\w+-]+:/.test(source) ? source.replace(/^\s*#+\s*|\s+#*\s*$/g, '') : plain;
}

/** The files read most recently; another text under the same path is another file. */
const lastAnchors = new Map<string, { text: string; anchors: Anchors }>();
const MAX_KEPT = 50;

/** The ids on a deck's slides, to which links can lead. */
export function anchorsOf(path: string, text: string): Anchors {
  const kept = lastAnchors.get(path);
  if (kept?.text === text) return kept.anchors;
  const deck = parseDeck(text);
  const slugger = new GithubSlugger();
  const names = new Set<string>();
  for (const { content } of deck.slides) {
    for (const id of idsOf(content, deck.dialect)) names.add(id);
    const { blocks, tags } = markupOf(content, deck.dialect);
    for (const block of blocks) {
      if (block.kind === 'heading') names.add(slugger.slug(wordsOnGitHub(block, content.text)));
    }
    for (const { name: tag, attributes } of tags) {
      for (const { name, value } of attributes) if (tag === 'a' && name === 'name') names.add(value);
    }
  }
  const anchors = { deck, names };
  if (lastAnchors.size === MAX_KEPT) lastAnchors.clear();
  lastAnchors.set(path, { text, anchors });
  return anchors;
}

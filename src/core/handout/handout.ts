import type { Deck, Slide } from '../deck/deck';
import { inDocument } from '../deck/inDocument';
import { Headings } from './headings';
import { joinBlocks } from './joinBlocks';
import { type PlainBlock, plainBlocks } from './plainBlocks';
import type { Resolve } from './plainHtml';
import { escapedText } from './slideTitles';

/** What a document that is made of a deck needs to know. */
export interface HandoutOptions {
  /** The title if the deck has none. */
  readonly fileName: string;
  /** The URL as it is in the document; offsets are of the deck's text. */
  readonly resolve: Resolve;
}

/**
 * A deck as one markdown document to read, or to write minutes in: the frontmatter's title, then what is on the slides,
 * without separators, comments and layout. Headings are nested as their levels say, those of vertical slides below the
 * heading of their column. Given the word for notes, each slide is followed by its notes as a quotation below this word.
 */
export function handoutOf(deck: Deck, options: HandoutOptions & { readonly notes: string | null }): string {
  const slides = deck.slides.map((slide) => ({ slide, blocks: blocksOf(slide, 'body', deck, options) }));
  const headings = new Headings();
  const written: PlainBlock[] = [];
  const title = writtenTitle(deck) ?? (beginsWithHeading(slides) ? null : options.fileName);
  if (title !== null) {
    written.push({ kind: 'heading', level: headings.open(title, TITLE), text: escapedText(title) });
  }
  let column: number | null = null;
  for (const { slide, blocks } of slides) {
    if (slide.v === 0) column = null;
    const nested = nestedSlide(blocks, column, headings);
    if (slide.v === 0) column = nested.rank;
    written.push(...nested.blocks);
    if (options.notes !== null)
      written.push(...quoted(options.notes, blocksOf(slide, 'notes', deck, options)));
  }
  return joinBlocks(written);
}

/** The rank of the document's title: above the authors' 1 to 6. */
const TITLE = 0;

interface NestedSlide {
  readonly blocks: PlainBlock[];
  /** That of its first heading; null if it has none. */
  readonly rank: number | null;
}

/** `column` is the rank of the heading that a vertical slide is below. */
function nestedSlide(blocks: readonly PlainBlock[], column: number | null, headings: Headings): NestedSlide {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const below = column === null ? 0 : column + 1 - Math.min(...levels);
  const nested: PlainBlock[] = [];
  let repeated: number | null = null;
  let rank: number | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') {
      nested.push(block);
      continue;
    }
    const known = headings.rankOf(block.text);
    const isRepeated = rank === null && known !== undefined;
    const natural = repeated === null ? block.level + below : Math.max(block.level, repeated + 1);
    const own: number = isRepeated ? known : headings.isEmpty ? TITLE : natural;
    if (isRepeated) repeated = known;
    rank ??= own;
    const hasText = (blocks[index + 1]?.kind ?? 'heading') !== 'heading';
    const isContinued = isRepeated && (headings.isInnermost(block.text) || !hasText);
    const level = headings.open(block.text, own);
    if (!isContinued) nested.push({ ...block, level });
  }
  return { blocks: nested, rank };
}

function writtenTitle({ frontMatter }: Deck): string | null {
  const title = frontMatter?.values.title;
  return typeof title === 'string' || typeof title === 'number' ? String(title).trim() || null : null;
}

/** It is then the title. */
function beginsWithHeading(slides: readonly { readonly blocks: readonly PlainBlock[] }[]): boolean {
  return slides.find(({ blocks }) => blocks.length > 0)?.blocks[0]?.kind === 'heading';
}

/** The blocks of a slide. */
export function blocksOf(
  slide: Slide,
  part: 'body' | 'notes',
  { dialect }: Deck,
  { resolve }: HandoutOptions,
): PlainBlock[] {
  return plainBlocks(slide.content, part, dialect, (url, kind, offset) =>
    resolve(url, kind, inDocument(slide, { start: offset, end: offset }).start),
  );
}

function quoted(word: string, blocks: readonly PlainBlock[]): PlainBlock[] {
  if (blocks.length === 0) return [];
  const lines = [`**${word}**`, '', ...joinBlocks(blocks).trimEnd().split('\n')];
  return [{ kind: 'other', text: lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n') }];
}

import type { Deck, SlideContent } from '../deck/deck';
import { readSlideContent } from '../deck/slideContent';
import { ownSpan } from '../edit/anatomy';
import { getOrSet } from '../text/getOrSet';
import { readWords, type Words } from './likeness';

/** A deck as it is compared. */
export interface Comparable {
  /** What is before the first slide and applies to all, as style sheets do. */
  readonly head: string;
  /** By the index of the slide, without the head. */
  readonly contents: readonly SlideContent[];
  /** Whether each slide is in the same stack as the one before it. */
  readonly isBelow: readonly boolean[];
}

/** Takes the style sheets at the head of a deck from its first slide: they stay when this slide moves. */
export function comparable(deck: Deck): Comparable {
  const contents = deck.slides.map(({ content }) => content);
  const first = deck.slides[0]!;
  const { start } = first.span;
  const ownStart = ownSpan(deck, first).start;
  const head = comparedText(deck.text.slice(start, ownStart));
  if (head !== '') contents[0] = withoutHead(first.content, ownStart - start, deck);
  return { head, contents, isBelow: deck.slides.map(({ v }) => v > 0) };
}

const own = new WeakMap<SlideContent, SlideContent>();

function withoutHead(content: SlideContent, length: number, { separators }: Deck): SlideContent {
  return getOrSet(own, content, () => readSlideContent(content.text.slice(length), separators.notes));
}

/** A slide's content as it is compared. */
class Compared {
  /** What must be the same for a slide to be unchanged: its text without what never shows at the ends of lines. */
  readonly text: string;
  #words: Words | undefined;

  constructor(content: SlideContent) {
    this.text = comparedText(content.text);
  }

  get words(): Words {
    this.#words ??= readWords(this.text);
    return this.#words;
  }
}

const known = new WeakMap<SlideContent, Compared>();

/** A content as it is compared. What was worked out for it is kept. */
export function compared(content: SlideContent): Compared {
  let found = known.get(content);
  if (!found) {
    found = new Compared(content);
    known.set(content, found);
  }
  return found;
}

function asLineEnd(spaces: string): string {
  return spaces.startsWith('  ') ? '  ' : '';
}

/** Two spaces at the end of a line are a line break, however many follow. */
function comparedText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const hasSpaces = lines.includes(' \n') || lines.includes('\t\n');
  return (hasSpaces ? lines.replace(/[ \t]+$/gm, asLineEnd) : lines)
    .replace(/^\uFEFF?(?: *\n)+|^\uFEFF/, '')
    .trimEnd();
}

import { differingTokens, TOKENS } from '../../core/compare/differingTokens';

/** A word of a slide, and where it is. */
interface Word {
  readonly text: string;
  readonly range: AbstractRange;
}

/** What is not read: only the speaker sees notes, and what is in drawings can't be marked. */
const UNREAD = 'aside.notes, style, script, svg, .katex-mathml';

/** Marks what differs between two slides: words, and pictures that only one of them has. */
export function markDifferences(before: Element | null, after: Element | null): void {
  const words = {
    before: before && after ? wordsOf(before) : [],
    after: before && after ? wordsOf(after) : [],
  };
  const texts = (of: readonly Word[]) => of.map(({ text }) => text);
  const { removed, added } = differingTokens(texts(words.before), texts(words.after));
  highlight('removed', words.before, removed);
  highlight('added', words.after, added);
  if (!before || !after) return;
  markPictures(before, after);
  markPictures(after, before);
}

/** Without touching the slides, whose elements are updated one by one. */
function highlight(name: string, words: readonly Word[], indices: readonly number[]): void {
  CSS.highlights.set(name, new Highlight(...indices.map((index) => words[index]!.range)));
}

function wordsOf(slide: Element): Word[] {
  const words: Word[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(UNREAD)) continue;
    for (const { index, 0: text } of (node as Text).data.matchAll(TOKENS)) {
      const [startContainer, endContainer] = [node, node];
      const range = new StaticRange({
        ...{ startContainer, startOffset: index },
        ...{ endContainer, endOffset: index + text.length },
      });
      words.push({ text, range });
    }
  }
  return words;
}

function markPictures(slide: Element, other: Element): void {
  const others = new Set(picturesIn(other).map(({ src }) => src));
  for (const picture of picturesIn(slide)) picture.toggleAttribute('data-differs', !others.has(picture.src));
}

function picturesIn(slide: Element): HTMLImageElement[] {
  return [...slide.querySelectorAll('img')];
}

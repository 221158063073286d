import { diffArrays } from 'diff';

/** A word of a slide, and where it is. */
interface Word {
  readonly text: string;
  readonly range: AbstractRange;
}

const WORDS = /[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
/** What is not read: only the speaker sees notes, and what is in drawings can't be marked. */
const UNREAD = 'aside.notes, style, script, svg, .katex-mathml';
/** Of two slides that differ in more words, none is marked: they have nothing in common. */
const MAX_DIFFERENCES = 2000;

/** Marks what differs between two slides: words, and pictures that only one of them has. */
export function markDifferences(before: Element | null, after: Element | null): void {
  const [removed, added] = before && after ? differingWords(wordsOf(before), wordsOf(after)) : [[], []];
  CSS.highlights.set('removed', new Highlight(...removed));
  CSS.highlights.set('added', new Highlight(...added));
  if (before && after) {
    markPictures(before, after);
    markPictures(after, before);
  }
}

function differingWords(
  before: readonly Word[],
  after: readonly Word[],
): readonly [AbstractRange[], AbstractRange[]] {
  const texts = (words: readonly Word[]) => words.map(({ text }) => text);
  const changes = diffArrays(texts(before), texts(after), { maxEditLength: MAX_DIFFERENCES }) ?? [];
  const removed: AbstractRange[] = [];
  const added: AbstractRange[] = [];
  let [at, atAfter] = [0, 0];
  for (const change of changes) {
    const { length } = change.value;
    if (change.removed) removed.push(...before.slice(at, at + length).map(({ range }) => range));
    if (change.added) added.push(...after.slice(atAfter, atAfter + length).map(({ range }) => range));
    if (!change.added) at += length;
    if (!change.removed) atAfter += length;
  }
  return [removed, added];
}

function wordsOf(slide: Element): Word[] {
  const words: Word[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(UNREAD)) continue;
    for (const { index, 0: text } of (node as Text).data.matchAll(WORDS)) {
      const range = new StaticRange({
        startContainer: node,
        startOffset: index,
        endContainer: node,
        endOffset: index + text.length,
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

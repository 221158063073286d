import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode';
import type { RemovedSlide } from '../../../src/core/compare/deckChanges';
import type { Deck } from '../../../src/core/deck/deck';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { slideTitle } from '../../../src/core/summary/titles';
import { isRemoved, isSlide, SlideTree, type TreeNode } from '../../../src/outline/slideTree';

const document = {} as TextDocument;

/** A deck whose columns have slides with these titles. */
function deckOf(...columns: readonly string[]): Deck {
  const stacks = columns.map((titles) =>
    titles
      .split(' ')
      .map((title) => `# ${title}`)
      .join('\n\n----\n\n'),
  );
  return parseDeck(`---\ntype: slide\n---\n\n${stacks.join('\n\n---\n\n')}\n`);
}

function titleOf(node: TreeNode): string {
  if (!isSlide(node) && !isRemoved(node)) return 'group';
  const title = slideTitle((isSlide(node) ? node.slide : node.removed).content);
  const words = 'text' in title ? title.text : '';
  return isRemoved(node) ? `-${words}` : words;
}

/** The titles in the tree, those below an entry in brackets; removed ones with a minus. */
function shown(tree: SlideTree, parent?: TreeNode): string {
  const titles = tree.childrenOf(parent).map((node) => {
    assert.equal(tree.parentOf(node), parent);
    const below = shown(tree, node);
    return titleOf(node) + (below && `[${below}]`);
  });
  return titles.join(' ');
}

/** Slides of an earlier deck, each with the index of the slide before which it was. */
function removed(deck: Deck, nexts: Readonly<Record<string, number | null>>): RemovedSlide[] {
  return deck.slides.flatMap((slide) => {
    const title = slideTitle(slide.content);
    const next = 'text' in title ? nexts[title.text] : undefined;
    return next === undefined ? [] : [{ slide, deck, next }];
  });
}

describe('The tree of slides', () => {
  it('has columns, and stacks below their first slide', () => {
    const deck = deckOf('A', 'B C D', 'E F');
    assert.equal(shown(new SlideTree(document, deck)), 'A B[C D] E[F]');
  });

  it('has removed slides where they were', () => {
    const before = deckOf('X A', 'B P C Q', 'R S', 'E', 'T');
    const tree = new SlideTree(document, deckOf('A', 'B C', 'E'));
    tree.list({ removed: removed(before, { X: 0, P: 2, Q: 3, R: 3, S: 3, T: null }) });
    assert.equal(shown(tree), '-X A B[-P C -Q] -R -S E -T');
  });

  it('has only the slides that are wanted, each for itself', () => {
    const deck = deckOf('A', 'B C D', 'E');
    const tree = new SlideTree(document, deck);
    const wanted = [1, 3];
    assert.equal(tree.list({ only: ({ index }) => wanted.includes(index), removed: [] }), true);
    assert.equal(shown(tree), 'B D');
    assert.equal(tree.isListed(tree.nodeOf(deck.slides[1]!)), true);
    assert.equal(tree.isListed(tree.nodeOf(deck.slides[2]!)), false);
  });

  it('has removed slides among those that are wanted', () => {
    const before = deckOf('A', 'B C D P', 'E');
    const tree = new SlideTree(document, deckOf('A', 'B C D', 'E'));
    tree.list({ only: ({ index }) => index === 3, removed: removed(before, { P: 4 }) });
    assert.equal(shown(tree), 'D -P');
  });

  it('says when it is the same as before', () => {
    const before = deckOf('A', 'P', 'B');
    const tree = new SlideTree(document, deckOf('A', 'B'));
    assert.equal(tree.list({ removed: [] }), false);
    assert.equal(tree.list({ removed: removed(before, { P: 1 }) }), true);
    assert.equal(tree.list({ removed: removed(before, { P: 1 }) }), false);
  });

  it('keeps its entries while slides are edited and moved', () => {
    const tree = new SlideTree(document, deckOf('A', 'B C', 'D'));
    const [a] = tree.childrenOf(undefined);
    tree.update(deckOf('B C', 'A', 'D'));
    tree.list({ removed: [] });
    assert.equal(shown(tree), 'B[C] A D');
    assert.equal(tree.childrenOf(undefined)[1], a);
  });

  it('has groups of a hundred in very long levels', () => {
    const titles = Array.from({ length: 620 }, (_, index) => `S${index}`);
    const tree = new SlideTree(document, deckOf(...titles));
    const groups = tree.childrenOf(undefined);
    assert.equal(groups.length, 7);
    assert.deepEqual(
      groups.map((group) => tree.childrenOf(group).length),
      [100, 100, 100, 100, 100, 100, 20],
    );
    const slide = tree.childrenOf(groups[3])[7]!;
    assert.equal(titleOf(slide), 'S307');
    assert.equal(tree.parentOf(slide), groups[3]);
    tree.list({ only: ({ index }) => index < 20, removed: [] });
    assert.equal(tree.childrenOf(undefined).length, 20);
    assert.equal(tree.parentOf(tree.childrenOf(undefined)[0]!), undefined);
  });
});

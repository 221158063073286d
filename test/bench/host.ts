// What one keystroke costs in the extension host, from the text change to the HTML of the changed slide.
import MarkdownIt from 'markdown-it';
import type { Deck, SlideContent } from '../../src/core/deck/deck';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { SlideIds } from '../../src/core/deck/slideIds';
import { renderSlide } from '../../src/core/render/renderSlide';
import { slideAt } from '../../src/core/summary/slideAt';
import { makeDeckOfLines } from './decks';
import { addColumn, medians, printTable, type Rows, timed } from './measure';

const SIZES = [336, 1_000, 10_000, 100_000];

const render = (content: SlideContent) =>
  renderSlide(content, { dialect: 'hedgedoc', resolve: (url) => url, sourceLines: true }).html;

/** Simulates typing: each call returns the text with one more letter in it. */
function typing(lines: number): { cursor: number; next: () => string } {
  const { text, cursor } = makeDeckOfLines(lines);
  let current = text;
  const next = () => {
    current = `${current.slice(0, cursor)}x${current.slice(cursor)}`;
    return current;
  };
  return { cursor, next };
}

function keystroke(lines: number) {
  const { cursor, next } = typing(lines);
  let deck: Deck = parseDeck(next());
  const ids = new SlideIds();
  ids.update(deck.slides);
  return timed(() => {
    deck = parseDeck(next(), {}, deck);
    ids.update(deck.slides);
    render(slideAt(deck, cursor).content);
  });
}

function fromScratch(lines: number) {
  const { next } = typing(lines);
  return timed(() => parseDeck(next()).slides.map(({ content }) => render(content)));
}

function wholeText(lines: number) {
  const { next } = typing(lines);
  const markdown = new MarkdownIt();
  return timed(() => markdown.render(next()));
}

export async function benchHost(): Promise<void> {
  const rows: Rows = {};
  for (const lines of SIZES) {
    addColumn(
      rows,
      await medians({
        'Deckwright: what changed': keystroke(lines),
        'markdown-it 15, whole text': wholeText(lines),
        'Deckwright: all from scratch': fromScratch(lines),
      }),
    );
  }
  const columns = SIZES.map((lines) => `${lines.toLocaleString('en')} lines`);
  printTable('Extension host, one keystroke (ms)', columns, rows);
}

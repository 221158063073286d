// What comparing decks costs, as multiples of parsing them: after a keystroke, all slides of a long deck, and any two
// of a series of decks that follow each other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareDecks } from '../../src/core/compare/compareDecks';
import type { Deck } from '../../src/core/deck/deck';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { root } from '../vscode/paths';
import { makeCallDeck, makeDeck } from './decks';
import { medians, printTable, timed } from './measure';

const CALLS = join(root, '../shared/decks/community-call');

/** Decks that follow each other: the genuine ones where they are, else some like these. */
function series(): string[] {
  const names = existsSync(CALLS) ? readdirSync(CALLS, { recursive: true }).map(String).sort() : [];
  const decks = names.filter((name) => name.endsWith('.md'));
  if (decks.length < 2) return Array.from({ length: 61 }, (_, call) => makeCallDeck(call + 1));
  return decks.map((name) => readFileSync(join(CALLS, name), 'utf8'));
}

/** Any two of the series, compared without anything that is known from earlier comparisons. */
function anyTwo() {
  const texts = series();
  const pairs = texts.flatMap((one) => texts.map((other) => [one, other] as const));
  const step = Math.ceil(pairs.length / 100);
  const chosen = pairs.filter((_, index) => index % step === 0);
  let parsed: (readonly [Deck, Deck])[] = [];
  return {
    'Parsing both': timed(() => {
      parsed = chosen.map(([one, other]) => [parseDeck(one), parseDeck(other)] as const);
    }),
    Comparing: timed(() => {
      for (const [one, other] of parsed) compareDecks(one, other);
    }),
  };
}

function longDeck(slides: number) {
  const { text, cursor } = makeDeck(slides);
  const edited = `${text.slice(0, cursor)}typed ${text.slice(cursor)}`;
  const halves = text.split('\n---\n');
  const moved = [...halves.slice(halves.length / 2), ...halves.slice(0, halves.length / 2)].join('\n---\n');
  let current = text;
  let deck = parseDeck(text);
  const base = deck;
  return {
    'Parsing both': timed(() => {
      parseDeck(text);
      parseDeck(edited);
    }),
    'Comparing after a keystroke': timed(() => {
      current = `${current.slice(0, cursor)}x${current.slice(cursor)}`;
      deck = parseDeck(current, {}, deck);
      for (const { isEdited, aspects } of compareDecks(base, deck).slides) if (isEdited) aspects.length;
    }),
    'Comparing two texts': compared(text, edited),
    'Comparing with halves swapped': compared(text, moved),
    'Comparing with every slide edited': compared(text, text.replaceAll('Some words', 'Other words')),
  };
}

/** Parses anew each time, which does not count, so that nothing is known. */
function compared(before: string, after: string) {
  return () => {
    const [one, other] = [parseDeck(before), parseDeck(after)];
    const start = performance.now();
    compareDecks(one, other);
    return performance.now() - start;
  };
}

export async function benchCompare(): Promise<void> {
  const limits = { rounds: 10, seconds: 10 };
  for (const [title, times] of [
    ['Two decks of a series', await medians(anyTwo(), limits)],
    ['3,000 slides', await medians(longDeck(3_000), limits)],
  ] as const) {
    const parsing = Object.entries(times)[0]![1];
    const rows = Object.entries(times).map(([name, time]) => [name, [time, time / parsing]]);
    printTable(title, ['ms', '× parsing'], Object.fromEntries(rows));
  }
}

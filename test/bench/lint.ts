// What linting costs: one keystroke in the editor's linter, and the command line over a folder of decks.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../../src/core/config/config';
import type { Deck } from '../../src/core/deck/deck';
import { parseDeck } from '../../src/core/deck/parseDeck';
import type { DeckFiles } from '../../src/core/files/deckFiles';
import { lintDeck } from '../../src/core/lint/lintDeck';
import { root, temporaryFolder } from '../vscode/paths';
import { callPictures, makeCallDeck, makeDeckOfLines } from './decks';
import { addColumn, medians, printTable, type Rows, timed } from './measure';

const SIZES = [336, 1_000, 10_000];

const files: DeckFiles = { deck: 'deck.md', list: () => new Map(), head: () => null, text: () => null };
const input = () => ({ config: { ...DEFAULT_CONFIG }, files });

function typing(lines: number): () => string {
  const { text, cursor } = makeDeckOfLines(lines);
  let current = text;
  return () => {
    current = `${current.slice(0, cursor)}x${current.slice(cursor)}`;
    return current;
  };
}

function keystroke(lines: number) {
  const next = typing(lines);
  const same = input();
  let deck: Deck = parseDeck(next());
  lintDeck(deck, same);
  return timed(() => {
    deck = parseDeck(next(), {}, deck);
    lintDeck(deck, same);
  });
}

function fromScratch(lines: number) {
  const next = typing(lines);
  return timed(() => lintDeck(parseDeck(next()), input()));
}

function commandLine(count: number) {
  const folder = temporaryFolder('bench');
  for (const name of ['.git', 'img']) mkdirSync(join(folder, name));
  for (let call = 1; call <= count; call++)
    writeFileSync(join(folder, `call-${call}.md`), makeCallDeck(call));
  for (const [name, picture] of callPictures()) writeFileSync(join(folder, name), picture);
  const cli = join(root, 'dist/cli.js');
  const lint = (...options: string[]) =>
    spawnSync(process.execPath, [cli, 'lint', '--format', 'json', ...options], { cwd: folder });
  const cached = ['--cache-location', join(temporaryFolder('bench-cache'), 'cache.json')];
  lint(...cached);
  return {
    [NOTHING]: timed(() => execFileSync(process.execPath, ['-e', '0'])),
    'deckwright --version': timed(() => execFileSync(process.execPath, [cli, '--version'])),
    'deckwright lint': timed(() => lint()),
    'deckwright lint --cache': timed(() => lint(...cached)),
  };
}

const NOTHING = 'Node doing nothing';

/** How many times as long each takes as Node takes to start and end. */
function printRatios(columns: readonly string[], rows: Rows): void {
  const ratios = Object.entries(rows).map(([name, times]) => [
    name,
    times.map((time, column) => time / rows[NOTHING]![column]!),
  ]);
  printTable(`The same as multiples of ${NOTHING}`, columns, Object.fromEntries(ratios));
}

export async function benchLint(): Promise<void> {
  const rows: Rows = {};
  for (const lines of SIZES) {
    addColumn(
      rows,
      await medians({ 'what changed': keystroke(lines), 'all from scratch': fromScratch(lines) }),
    );
  }
  const columns = SIZES.map((lines) => `${lines.toLocaleString('en')} lines`);
  printTable('Linting after one keystroke (ms)', columns, rows);

  const whole: Rows = {};
  for (const count of [1, 61])
    addColumn(whole, await medians(commandLine(count), { rounds: 7, seconds: 20 }));
  const counts = ['1 deck', '61 decks'];
  printTable('The command line, whole process (ms)', counts, whole);
  printRatios(counts, whole);
}

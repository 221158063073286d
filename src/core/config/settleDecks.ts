import {
  createScanner,
  findNodeAtLocation,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser';
import type { Recognition } from '../deck/dialects';
import { nameOf } from '../deck/namedSetups';
import type { SeparatorSources } from '../deck/setup';
import { commonEnds } from '../text/commonEnds';
import { lineEndOf } from '../text/lineEnds';
import { applyEdits, type TextEdit } from '../text/textEdits';
import type { DeckChoice } from './config';

/** What is settled for the files of a glob. */
export interface Settlement {
  readonly glob: string;
  readonly dialect: DeckChoice;
  readonly separators: SeparatorSources;
}

/**
 * The edits after which a configuration says what is settled, in the given order and over all that it says already:
 * the last entry wins. Everything else stays as it is, comments included. None if nothing changes; null if the text
 * is not valid.
 */
export function settleDecks(text: string, settlements: readonly Settlement[]): TextEdit[] | null {
  let settled: string | null = text.trim() === '' ? '{\n}\n' : text;
  for (const settlement of settlements) {
    settled = settle(settled, settlement);
    if (settled === null) return null;
  }
  const { prefix, suffix } = commonEnds(text, settled);
  const span = { start: prefix, end: text.length - suffix };
  const newText = settled.slice(prefix, settled.length - suffix);
  return settled === text ? [] : [{ span, newText }];
}

/** A markdown file of a folder whose decks are settled. */
export interface FolderFile {
  readonly name: string;
  readonly found: Pick<Recognition, 'isDeck' | 'isGuess' | 'setup'>;
}

/**
 * What makes the guessed decks of a folder be read as settled and leaves everything else in it as it is. Whichever is
 * shorter: the whole folder except the others, or each deck. The folder is relative to the configuration's, and empty
 * if it is the same.
 */
export function settlementsOf(
  folder: string,
  files: readonly FolderFile[],
  settled: Omit<Settlement, 'glob'>,
): Settlement[] {
  const path = folder === '' ? '' : `${literalGlob(folder)}/`;
  const isMeant = ({ found: { isDeck, isGuess, setup } }: FolderFile) =>
    isDeck && (isGuess || nameOf(setup) === settled.dialect);
  const others = files.filter((file) => !isMeant(file));
  const globOf = ({ name }: FolderFile) => path + literalGlob(name);
  if (files.length < 2 * others.length) {
    return files.filter(isMeant).map((file) => ({ glob: globOf(file), ...settled }));
  }
  return [
    { glob: `${path}*.md`, ...settled },
    ...others.map((file): Settlement => {
      const dialect = file.found.isDeck ? 'auto' : 'none';
      return { glob: globOf(file), dialect, separators: {} };
    }),
  ];
}

/** The glob that matches just this path. */
function literalGlob(path: string): string {
  return path.replace(/[*?[{}]/g, '[$&]');
}

function settle(text: string, { glob, dialect, separators }: Settlement): string | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) return null;
  const said = { dialect, ...separators };
  const entry = written({ files: glob, ...said });
  const decks = findNodeAtLocation(root, ['decks']);
  if (decks?.type === 'array') {
    const last = decks.children!.length - 1;
    const isSame = last >= 0 && findNodeAtLocation(decks, [last, 'files'])?.value === glob;
    return isSame ? restated(text, ['decks', last], said) : appended(text, decks, entry);
  }
  if (decks?.type === 'object') {
    // Appended anew, as the last one wins.
    const rest = changed(text, ['decks', glob], undefined);
    const isPlain = Object.keys(separators).length === 0;
    const value = isPlain ? JSON.stringify(dialect) : written(said);
    return appended(
      rest,
      findNodeAtLocation(parseTree(rest)!, ['decks'])!,
      `${JSON.stringify(glob)}: ${value}`,
    );
  }
  if (decks) return null;
  const { eol, unit } = formatOf(text);
  return appended(text, root, `"decks": [${eol}${unit}${unit}${entry}${eol}${unit}]`);
}

/** On one line, with spaces. */
function written(entry: object): string {
  const pairs = Object.entries(entry).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

/** The text with an item at the end of a list or object, which otherwise stays as it is formatted. */
function appended(text: string, { offset, length, children }: Node, item: string): string {
  const close = offset + length - 1;
  const last = children!.at(-1);
  const lastEnd = last && last.offset + last.length;
  const end = text.slice(0, close).trimEnd().length;
  const lineStart = /[\r\n]/.test(text.slice(lastEnd ?? offset, close));
  const { eol, unit } = formatOf(text);
  const indent = eol + /[ \t]*$/.exec(text.slice(0, close))![0] + unit;
  const needsComma = lastEnd !== undefined && !hasComma(text.slice(lastEnd, close));
  const before = lineStart ? indent : last ? ' ' : '';
  return [
    text.slice(0, lastEnd ?? end),
    needsComma ? ',' : '',
    text.slice(lastEnd ?? end, end),
    before + item,
    text.slice(end),
  ].join('');
}

/** Whether there is a comma outside comments. */
function hasComma(json: string): boolean {
  const scanner = createScanner(json, true);
  scanner.scan();
  return json[scanner.getTokenOffset()] === ',';
}

/** Without the separators that an entry had before. */
function restated(text: string, path: (string | number)[], said: object): string {
  const before = { separator: undefined, verticalSeparator: undefined, notesSeparator: undefined };
  return Object.entries({ ...before, ...said }).reduce(
    (at, [key, value]) => changed(at, [...path, key], value),
    text,
  );
}

function changed(text: string, path: (string | number)[], value: unknown): string {
  const edits = modify(text, path, value, {}).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
  return applyEdits(text, edits);
}

/** As the file is indented; by two spaces if it is not. */
function formatOf(text: string): { eol: string; unit: string } {
  return { eol: lineEndOf(text), unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ' };
}

import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Recognition } from '../deck/dialects';
import { nameOf } from '../deck/namedSetups';
import type { SeparatorSources } from '../deck/setup';
import type { TextEdit } from '../text/textEdits';
import type { DeckChoice } from './config';
import { appended, changed, editInto, formatOf, objectIn } from './jsonEdits';

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
  let settled: string | null = text;
  for (const settlement of settlements) {
    settled = settle(settled, settlement);
    if (settled === null) return null;
  }
  return editInto(text, settled);
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

function settle(before: string, { glob, dialect, separators }: Settlement): string | null {
  const found = objectIn(before);
  if (!found) return null;
  const { text, root } = found;
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

/** Without the separators that an entry had before. */
function restated(text: string, path: (string | number)[], said: object): string {
  const before = { separator: undefined, verticalSeparator: undefined, notesSeparator: undefined };
  return Object.entries({ ...before, ...said }).reduce(
    (at, [key, value]) => changed(at, [...path, key], value),
    text,
  );
}

import path from 'node:path';
import { deckSource, namedSheets, type Source, sheetSource } from '../../core/archive/remoteFiles';
import { rewriteReferences } from '../../core/archive/rewrite';
import type { Config } from '../../core/config/config';
import type { Deck } from '../../core/deck/deck';
import { parseDeck } from '../../core/deck/parseDeck';
import { hasByteOrderMark } from '../../core/text/byteOrderMark';
import { positionAt } from '../../core/text/lineEnds';
import { applyEdits } from '../../core/text/textEdits';
import { decodeLoosely } from '../../core/text/utf8';
import type { RootOnDisk } from '../deckFilesOnDisk';
import { CannotRun } from '../errors';
import { decode, readRegularFile } from '../readFile';
import type { Recognizer } from '../recognition';
import type { Roots } from '../roots';
import { replaceText } from '../writeFile';

/** A deck or a style sheet on the disk, with the remote files that it names. */
export class ArchivedText {
  constructor(
    /** As the command line names it. */
    readonly file: string,
    readonly root: RootOnDisk,
    readonly config: Config,
    readonly text: string,
    readonly source: Source,
    /** The same for another text of the file. */
    readonly read: (text: string) => Source,
  ) {}

  /** Counts from 1. */
  lineAt(offset: number): number {
    return positionAt(this.text, offset).line + 1;
  }

  /** Has the file as it is by now name copies, and returns how many references were changed. */
  async rewrite(copyOf: (address: string) => string | undefined): Promise<number> {
    const bytes = await readRegularFile(this.file);
    const text = decode(this.file, bytes);
    // Usually it is as it was.
    const edits = rewriteReferences(text === this.text ? this.source : this.read(text), copyOf);
    const mark = hasByteOrderMark(bytes) ? '\ufeff' : '';
    if (edits.length > 0) await replaceText(this.file, mark + applyEdits(text, edits));
    return edits.length;
  }
}

/** A deck with the style sheets that it names. Nothing if the file is not a deck. Throws `CannotRun`. */
export async function archivedTexts(
  file: string,
  recognizer: Recognizer,
  roots: Roots,
): Promise<ArchivedText[]> {
  const bytes = await readRegularFile(file);
  const recognized = await recognizer.recognize(file, decodeLoosely(bytes));
  if (!recognized.isDeck) return [];
  const absolute = path.resolve(file);
  const root = await roots.of(absolute);
  if (!root.holds(absolute)) throw new CannotRun(`${file} is a link to a file outside of ${root.root}.`);
  const { config } = await recognizer.configs.of(file);
  // What a link leads to is changed, so the copies belong there.
  const place = root.pathOf(absolute);
  const text = decode(file, bytes);
  const deck = parseDeck(text, recognized);
  const [conflict] = deck.conflicts;
  if (conflict) {
    const line = positionAt(text, conflict.span.start).line + 1;
    throw new CannotRun(`${file}:${line}: A merge conflict has to be resolved first.`);
  }
  const files = root.around(path.join(root.root, place));
  const sheets = namedSheets(deck, files).flatMap((sheet) => {
    const css = files.text(sheet);
    if (!css) return [];
    const read = (each: string) => sheetSource(each, sheet, config);
    return [
      new ArchivedText(path.relative('', path.join(root.root, sheet)), root, config, css, read(css), read),
    ];
  });
  const read = (each: Deck) => deckSource(each, place, config);
  const ofDeck = new ArchivedText(file, root, config, text, read(deck), (each) =>
    read(parseDeck(each, recognized, deck)),
  );
  return [ofDeck, ...sheets];
}

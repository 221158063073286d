import * as vscode from 'vscode';
import { MAX_DECK_SIZE } from '../core/deck/limits';
import { hasByteOrderMark } from '../core/text/byteOrderMark';
import { decodeLoosely, decodeUtf8 } from '../core/text/utf8';
import { isNoSuchFile } from './exists';

/** A file whose text is not known. */
interface Unreadable {
  readonly text?: undefined;
  readonly problem: string;
}

/** The content of a file that may be a deck. */
export interface DeckText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly hasBom: boolean;
  /** Why it can't be read for certain: then the text only shows whether it is a deck. */
  readonly problem?: string;
}

/** The file's text, or why it can't be read; null if there is no file. */
export async function readDeckFile(file: vscode.Uri): Promise<DeckText | Unreadable | null> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    // Reading a pipe or a device might never end.
    if (!(type & vscode.FileType.File)) return { problem: vscode.l10n.t('This is not a regular file.') };
    if (size > MAX_DECK_SIZE) {
      return { problem: vscode.l10n.t('This file is larger than {0} MB.', MAX_DECK_SIZE / 1024 / 1024) };
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    const hasBom = hasByteOrderMark(bytes);
    const text = decodeUtf8(bytes);
    if (text !== null) return { text, hasBom };
    const problem = vscode.l10n.t('This file is not encoded in UTF-8.');
    return { text: decodeLoosely(bytes), hasBom, problem };
  } catch (error) {
    return isNoSuchFile(error) ? null : { problem: vscode.l10n.t("This file can't be read.") };
  }
}

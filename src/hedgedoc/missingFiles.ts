import * as vscode from 'vscode';
import type { MissingFile } from '../core/hedgedoc/outgoingNote';
import { plainText } from '../services/plainText';

/** The most files that a message names; it says how many more there are. */
const MOST_NAMED = 8;

/** A sentence on the files that HedgeDoc does not have; none if there are none. A file named twice is one file. */
export function missingSentence(missing: readonly MissingFile[]): string[] {
  const count = (kind: MissingFile['kind']) =>
    new Set(missing.flatMap((file) => (file.kind === kind ? [file.path] : []))).size;
  const [pictures, files] = [count('picture'), count('file')];
  if (pictures > 0 && files > 0) {
    const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' });
    return [
      vscode.l10n.t('{0} are not on HedgeDoc: upload them there.', list.format([counted.picture(pictures), counted.file(files)])),
    ];
  }
  if (pictures === 1) return [vscode.l10n.t('1 picture is not on HedgeDoc: upload it there.')];
  if (files === 1) return [vscode.l10n.t('1 file is not on HedgeDoc: upload it there.')];
  const list = pictures > 0 ? counted.picture(pictures) : counted.file(files);
  return pictures + files > 0 ? [vscode.l10n.t('{0} are not on HedgeDoc: upload them there.', list)] : [];
}

const counted: Record<MissingFile['kind'], (count: number) => string> = {
  picture: (count) => (count === 1 ? vscode.l10n.t('1 picture') : vscode.l10n.t('{0} pictures', count)),
  file: (count) => (count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', count)),
};

/** The files with their lines, one below the other. */
export function missingList(missing: readonly MissingFile[]): string[] {
  const named = missing.slice(0, MOST_NAMED).map(described);
  const more = missing.length - named.length;
  return more > 0 ? [...named, vscode.l10n.t('… and {0} more', more)] : named;
}

function described({ path, line }: MissingFile): string {
  return vscode.l10n.t('{0} (line {1})', plainText(path), line + 1);
}

/** Lists the files, and goes to the line of the one that is chosen. */
export async function showMissing(document: vscode.TextDocument, missing: readonly MissingFile[]): Promise<void> {
  const items = missing.map(({ path, line }) => ({
    label: plainText(path),
    description: vscode.l10n.t('line {0}', line + 1),
    line,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Not on HedgeDoc'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  // The deck may have become shorter.
  const { range } = document.lineAt(Math.min(chosen.line, document.lineCount - 1));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(range.start, range.start) });
}

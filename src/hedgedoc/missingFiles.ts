import * as vscode from 'vscode';
import type { MissingFile } from '../core/hedgedoc/outgoingNote';
import { plainText } from '../services/plainText';

/** The most files that a dialog names; it says how many more there are. */
const MOST_NAMED = 8;

/** A sentence on the files that HedgeDoc does not have; none if there are none. A file named twice is one file. */
export function missingSentence(missing: readonly MissingFile[]): string[] {
  const pictures = countOf(missing, 'picture');
  const others = countOf(missing, 'file');
  if (pictures + others === 0) return [];
  if (pictures + others === 1) return [SINGLE[pictures === 1 ? 'picture' : 'file']()];
  const list = [
    ...(pictures > 0 ? [countOfPictures(pictures)] : []),
    ...(others > 0 ? [countOfFiles(others)] : []),
  ];
  const joined = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(list);
  return [vscode.l10n.t('{0} are not on HedgeDoc. Upload them there.', joined)];
}

function countOf(missing: readonly MissingFile[], kind: MissingFile['kind']): number {
  return new Set(missing.flatMap((file) => (file.kind === kind ? [file.path] : []))).size;
}

/** Whole sentences, since other languages have the verb agree. */
const SINGLE: Record<MissingFile['kind'], () => string> = {
  picture: () => vscode.l10n.t('1 picture is not on HedgeDoc. Upload it there.'),
  file: () => vscode.l10n.t('1 file is not on HedgeDoc. Upload it there.'),
};

function countOfPictures(count: number): string {
  return count === 1 ? vscode.l10n.t('1 picture') : vscode.l10n.t('{0} pictures', count);
}

function countOfFiles(count: number): string {
  return count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', count);
}

/** The files with their lines, one below the other; nothing if there are none. */
export function missingList(missing: readonly MissingFile[]): string[] {
  const named = missing
    .slice(0, MOST_NAMED)
    .map(({ path, line }) => vscode.l10n.t('{0} (line {1})', plainText(path), line + 1));
  const more = missing.length - named.length;
  const lines = more > 0 ? [...named, vscode.l10n.t('… and {0} more', more)] : named;
  return lines.length > 0 ? [lines.join('\n')] : [];
}

/** Lists the files, and goes to the line of the one that is chosen. */
export async function showMissing(
  document: vscode.TextDocument,
  missing: readonly MissingFile[],
): Promise<void> {
  const items = missing.map(({ path, line }) => ({
    label: plainText(path),
    description: vscode.l10n.t('line {0}', line + 1),
    line,
  }));
  const title = vscode.l10n.t('Files That Are Not on HedgeDoc');
  const chosen = await vscode.window.showQuickPick(items, { title });
  if (!chosen) return;
  // The deck may have become shorter.
  const { start } = document.lineAt(Math.min(chosen.line, document.lineCount - 1)).range;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
}

import * as vscode from 'vscode';
import type { PlannedCopy, PlannedFile } from '../core/archive/plan';
import { relativePath } from '../core/files/relativePath';
import { plainName, plainText } from '../services/plainText';

/** The name of a file for lists and progress: that of its copy, as far as it is known. */
export function nameOf({ copies }: PlannedFile): string {
  const { there, name } = copies[0]!;
  return plainText(there?.replace(/^.*\//s, '') ?? name.name);
}

/** Where decks show a file from: as the first of them will name it. */
export function placeOf({ copies, places }: PlannedFile): string {
  if (copies.length > 1) return vscode.l10n.t('{0} folders', copies.length);
  const folder = places[0]!.source.base.replace(/[^/]*$/, '');
  return plainText(relativePath(folder, pathOf(copies[0]!)));
}

function pathOf({ there, folder, name }: PlannedCopy): string {
  return there ?? [folder, name.name].filter(Boolean).join('/');
}

/** The texts that show a file: one by its name, several by their number. */
export function textsOf({ places }: PlannedFile): string {
  const paths = [...new Set(places.map(({ source }) => source.path))];
  return paths.length === 1 ? plainText(paths[0]!) : vscode.l10n.t('{0} files', paths.length);
}

/** What archiving came to. */
export interface Counts {
  readonly saved: number;
  /** Files whose copies were there before. */
  readonly present: number;
  readonly failed: number;
  /** Decks and style sheets that lead to the copies now. */
  readonly changed: readonly vscode.Uri[];
  readonly isCanceled: boolean;
}

/** The same in one message. */
export function summary({ saved, present, failed, changed, isCanceled }: Counts): string {
  const [first] = changed;
  return [
    ...(isCanceled ? [vscode.l10n.t('Canceled.')] : []),
    ...(saved === 1 ? [vscode.l10n.t('1 file was saved.')] : []),
    ...(saved > 1 ? [vscode.l10n.t('{0} files were saved.', saved)] : []),
    ...(present === 1 ? [vscode.l10n.t('1 file was there already.')] : []),
    ...(present > 1 ? [vscode.l10n.t('{0} files were there already.', present)] : []),
    ...(failed === 1 ? [vscode.l10n.t('1 file could not be saved.')] : []),
    ...(failed > 1 ? [vscode.l10n.t('{0} files could not be saved.', failed)] : []),
    ...(changed.length > 1
      ? [vscode.l10n.t('The references in {0} files lead there now.', changed.length)]
      : []),
    ...(changed.length === 1
      ? [vscode.l10n.t('The references in {0} lead there now.', plainName(first!))]
      : []),
    ...(first ? [] : [vscode.l10n.t('No reference was changed.')]),
    ...(isCanceled && first ? [vscode.l10n.t('Everything else is as it was.')] : []),
  ].join(' ');
}

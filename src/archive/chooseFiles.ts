import * as vscode from 'vscode';
import type { PlannedFile } from '../core/archive/plan';
import { chosenAmong } from '../services/chosenIn';
import { plainText } from '../services/plainText';
import { type ArchiveJob, only } from './job';
import { nameOf, placeOf, textsOf } from './words';

interface FileItem extends vscode.QuickPickItem {
  readonly file?: PlannedFile;
}

/** Shows what will happen to each file, and leaves what the user chooses. Undefined if that is nothing. */
export async function chooseFiles(
  jobs: readonly ArchiveJob[],
  title: string,
): Promise<ArchiveJob[] | undefined> {
  const files = jobs.flatMap(({ plan }) => plan);
  const missing = files.filter(({ isMissing }) => isMissing);
  const present = files.filter(({ isMissing }) => !isMissing);
  const decks = new Set(jobs.flatMap(({ texts }) => texts.map(({ uri }) => uri.toString())));
  const itemFor = (file: PlannedFile) => fileItem(file, decks.size > 1);
  const items: FileItem[] = [
    ...group(vscode.l10n.t('Download'), missing.map(itemFor)),
    ...group(vscode.l10n.t('Already there: only the deck is changed'), present.map(itemFor)),
  ];
  const chosen = await chosenAmong(items, {
    title,
    placeholder: vscode.l10n.t('What is downloaded, and where decks will show it from'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!chosen || chosen.length === 0) return undefined;
  const wanted = new Set(chosen.flatMap(({ file }) => file ?? []));
  return jobs.map((job) => only(job, (file) => wanted.has(file)));
}

function group(label: string, items: readonly FileItem[]): FileItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function fileItem(file: PlannedFile, tellsDecks: boolean): FileItem {
  const { host } = file.places[0]!.reference.target;
  const place = placeOf(file);
  const detail = tellsDecks ? vscode.l10n.t('{0}, for {1}', place, textsOf(file)) : place;
  return { label: nameOf(file), description: plainText(host), detail, picked: true, file };
}

import * as vscode from 'vscode';
import { parent } from '../services/deckRoot';
import { decksAmong, markdownFilesIn } from '../services/foundDecks';
import { plainName } from '../services/plainText';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { folderName } from '../services/whereDecksAre';
import { documentVersion } from './documentVersion';
import type { Version } from './versions';

/** Asks for another deck to compare a deck with. Undefined if the user cancels. */
export async function chooseDeck(
  document: vscode.TextDocument,
  services: Services,
): Promise<Version | undefined> {
  const others =
    (await withProgress(vscode.l10n.t('Looking for decks…'), (signal) =>
      decksBut(document, services, signal),
    )) ?? [];
  const items = others.map((uri) => ({
    label: plainName(uri),
    description: uri.scheme === 'untitled' ? '' : folderName(parent(uri)),
    uri,
  }));
  const browse = { label: `$(folder-opened) ${vscode.l10n.t('Browse…')}`, description: '', uri: undefined };
  const chosen = await vscode.window.showQuickPick([...items, browse], {
    placeHolder: vscode.l10n.t('Which deck?'),
    matchOnDescription: true,
  });
  const uri = chosen?.uri ?? (chosen && (await browseForDeck(document)));
  return uri && documentVersion(uri);
}

async function decksBut(
  { uri }: vscode.TextDocument,
  services: Services,
  signal: AbortSignal,
): Promise<vscode.Uri[]> {
  const { decks } = await decksAmong(await markdownFilesIn(), services, signal);
  const untitled = vscode.workspace.textDocuments.filter(
    (each) => each.isUntitled && services.decks.isDeck(each),
  );
  return [...untitled, ...decks].map((each) => each.uri).filter((each) => each.toString() !== uri.toString());
}

async function browseForDeck({ uri }: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    openLabel: vscode.l10n.t('Compare'),
    filters: { Markdown: ['md', 'markdown'] },
    ...(uri.scheme === 'untitled' ? {} : { defaultUri: parent(uri) }),
  });
  return chosen?.[0];
}

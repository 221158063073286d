import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import { troubleInWords } from '../services/troubleInWords';
import type { RemoteFiles } from './files';

/** What fetches the files that decks show from other servers, if the user wants that of exports. */
export async function remoteFilesOf(
  decks: readonly vscode.Uri[],
  { remotes }: Pick<Services, 'remotes'>,
): Promise<RemoteFiles | undefined> {
  const wanted = decks.filter((deck) => settings.exportsRemoteFiles(deck));
  if (!vscode.workspace.isTrusted || wanted.length === 0) return undefined;
  return { remote: await remotes.of(...wanted), inWords: troubleInWords };
}

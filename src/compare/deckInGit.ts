import type * as vscode from 'vscode';
import { parent } from '../services/deckRoot';
import { fileOf } from '../services/documentFile';
import { gitApi } from '../services/gitExtension';
import type { DeckInGit } from './gitVersion';

/** The deck in VS Code's own git; null if that does not know it. */
export async function deckInGit({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<DeckInGit | null> {
  const file = fileOf(uri);
  const api = await gitApi();
  if (!api || file?.scheme !== 'file') return null;
  const repository = api.getRepository(file) ?? (await api.openRepository(parent(file)));
  if (!repository) return null;
  // A repository that has just been opened has not been read yet.
  if (!repository.state.HEAD) await repository.status();
  return { api, repository, file };
}

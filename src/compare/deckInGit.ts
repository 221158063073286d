import type * as vscode from 'vscode';
import { fileOf } from '../services/documentFile';
import { gitApi } from '../services/gitExtension';
import type { DeckInGit } from './gitVersion';

/** The deck in VS Code's own git; null if that does not know it. */
export async function deckInGit({ uri }: vscode.TextDocument): Promise<DeckInGit | null> {
  const file = fileOf(uri);
  const api = file && (await gitApi());
  const repository = api?.getRepository(file!);
  return file && api && repository ? { api, repository, file } : null;
}

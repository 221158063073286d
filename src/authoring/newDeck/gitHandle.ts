import * as vscode from 'vscode';
import { handleOf } from '../../core/community/handleOf';

/** The part of VS Code's git extension used here. */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

interface Repository {
  readonly rootUri: vscode.Uri;
  getConfig(key: string): Promise<string>;
}

/** The user's GitHub handle, if git's configuration reveals it. Undefined if there is no git. */
export async function gitHandle(folder: vscode.Uri | undefined): Promise<string | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    const repositories = git?.getAPI(1).repositories ?? [];
    const own = repositories.find(({ rootUri }) => `${folder?.path}/`.startsWith(`${rootUri.path}/`));
    const repository = own ?? repositories[0];
    if (!repository) return undefined;
    const read = (key: string) => repository.getConfig(key).catch(() => '');
    return handleOf(await read('github.user'), await read('user.email'), await read('user.name'));
  } catch {
    // Git is switched off, or there is none: this is only for a proposal.
    return undefined;
  }
}

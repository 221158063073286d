import type * as vscode from 'vscode';
import { handleOf } from '../../core/community/handleOf';
import { gitApi } from '../../services/gitExtension';

/** The user's GitHub handle, if git's configuration reveals it. Undefined if there is no git. */
export async function gitHandle(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const repositories = (await gitApi())?.repositories ?? [];
  const own = repositories.find(({ rootUri }) => `${folder?.path}/`.startsWith(`${rootUri.path}/`));
  const repository = own ?? repositories[0];
  if (!repository) return undefined;
  const read = (key: string) => repository.getConfig(key).catch(() => '');
  return handleOf(await read('github.user'), await read('user.email'), await read('user.name'));
}

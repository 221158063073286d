import * as vscode from 'vscode';

/** The part of VS Code's git extension used here. */
interface GitExtension {
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Fails while git is switched off. */
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  getRepository(file: vscode.Uri): GitRepository | null;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    /** Undefined until it has been read; without a commit if there is none yet. */
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly {
      readonly originalUri: vscode.Uri;
      readonly renameUri: vscode.Uri | undefined;
    }[];
    readonly onDidChange: vscode.Event<void>;
  };
  getConfig(key: string): Promise<string>;
  /** Both fail if the commit does not have the file. */
  getObjectDetails(commit: string, path: string): Promise<{ readonly mode: string; readonly size: number }>;
  show(commit: string, path: string): Promise<string>;
}

/** VS Code's own git. Null if there is none, as in the browser, or if it is switched off. */
export async function gitApi(): Promise<GitApi | null> {
  try {
    return (await gitExtension())?.getAPI(1) ?? null;
  } catch {
    return null;
  }
}

/** Calls back when VS Code's own git may have come or gone, or is switched on or off. */
export async function onGitChange(listener: () => void): Promise<vscode.Disposable> {
  const extension = await gitExtension();
  const subscriptions = [vscode.extensions.onDidChange(listener)];
  if (extension) subscriptions.push(extension.onDidChangeEnablement(listener));
  return vscode.Disposable.from(...subscriptions);
}

async function gitExtension(): Promise<GitExtension | undefined> {
  try {
    return await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  } catch {
    return undefined;
  }
}

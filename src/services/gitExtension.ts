import * as vscode from 'vscode';

/** The part of VS Code's git extension used here. */
interface GitExtension {
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
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
  show(commit: string, path: string): Promise<string>;
}

/** VS Code's own git. Null if there is none, as in the browser, or if it is switched off. */
export async function gitApi(): Promise<GitApi | null> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.getAPI(1) ?? null;
  } catch {
    return null;
  }
}

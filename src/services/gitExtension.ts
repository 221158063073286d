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
  /** The repository that a folder is in, even if no editor has shown a file of it yet. */
  openRepository(folder: vscode.Uri): Promise<GitRepository | null>;
  /** The file in a commit, by any name of it, or as it is staged if `ref` is empty. */
  toGitUri(file: vscode.Uri, ref: string): vscode.Uri;
}

/** What happened to a file, as git's extension numbers it. */
export const FILE_STATUS = { indexAdded: 1, indexRenamed: 3, modified: 5, deleted: 6 } as const;

/** A file that differs between two states of a repository. */
export interface GitChange {
  /** One of `FILE_STATUS`, or another that does not matter here. */
  readonly status: number;
  /** Where it is now. */
  readonly uri: vscode.Uri;
  /** Where it was. */
  readonly originalUri: vscode.Uri;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
  readonly authorName?: string;
}

/** A branch or a tag. */
export interface GitRef {
  /** 0 is a branch, 1 a branch of a remote, 2 a tag. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    /** Undefined until it has been read; without a commit if there is none yet. */
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly {
      readonly uri: vscode.Uri;
      readonly originalUri: vscode.Uri;
      readonly renameUri: vscode.Uri | undefined;
    }[];
    /** What differs from what is staged. */
    readonly workingTreeChanges: readonly GitChange[];
    readonly onDidChange: vscode.Event<void>;
  };
  /** Reads the state anew. */
  status(): Promise<void>;
  getConfig(key: string): Promise<string>;
  /** Both fail if the commit does not have the file. */
  getObjectDetails(commit: string, path: string): Promise<{ readonly mode: string; readonly size: number }>;
  show(commit: string, path: string): Promise<string>;
  /** What in the folder differs from a commit, untracked files aside. */
  diffWith(commit: string): Promise<GitChange[]>;
  /** The last commits of a file, the newest first. */
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<GitCommit[]>;
  getCommit(ref: string): Promise<GitCommit>;
  getRefs(query: { readonly sort: 'committerdate' }): Promise<GitRef[]>;
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

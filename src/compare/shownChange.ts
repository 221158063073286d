import * as vscode from 'vscode';

/** A file before and after a change, as VS Code compares their texts. */
export interface ShownChange {
  readonly original: vscode.Uri;
  readonly modified: vscode.Uri;
}

/** What VS Code's git knows of a changed file besides what is a part of the API. */
interface GitResource extends vscode.SourceControlResourceState {
  readonly leftUri?: vscode.Uri;
  readonly rightUri?: vscode.Uri;
}

/**
 * The change that a menu called a command on: a file in the Source Control view, or else the comparison in the active
 * editor. Undefined if there is none, as for a file that is new or deleted.
 */
export function shownChange(argument: unknown): ShownChange | undefined {
  if (isResource(argument)) {
    const { leftUri, rightUri } = argument;
    return leftUri && rightUri && { original: leftUri, modified: rightUri };
  }
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}

function isResource(argument: unknown): argument is GitResource {
  return (argument as Partial<GitResource> | null)?.resourceUri !== undefined;
}

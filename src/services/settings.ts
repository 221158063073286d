import * as vscode from 'vscode';

export type Sync = 'both' | 'editorToPreview' | 'previewToEditor' | 'off';

/** Deckwright's settings, read afresh on each use so that none goes stale. */
export const settings = {
  sync: (scope?: vscode.Uri) => read<Sync>('preview.sync', scope),
  remotePictures: (scope: vscode.Uri) => read<boolean>('preview.remotePictures', scope),
  hedgedocHosts: (scope: vscode.Uri) => read<string[]>('hedgedocHosts', scope),
  deckGlobs: (scope: vscode.Uri) => read<Record<string, string>>('decks', scope),
};

function read<T>(name: string, scope?: vscode.Uri): T {
  // package.json gives every setting a default.
  return vscode.workspace.getConfiguration('deckwright', scope).get<T>(name) as T;
}

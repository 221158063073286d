import * as vscode from 'vscode';
import { SLIDE_SHAPES, type SlideShape } from '../core/options/slideShape';

export type LintTrigger = 'type' | 'save' | 'off';
export type LinkUpdate = 'prompt' | 'always' | 'never';
export type Sync = 'both' | 'editorToPreview' | 'previewToEditor' | 'off';

/** Deckwright's settings, read again on each use so that none goes stale. */
export const settings = {
  sync: (scope?: vscode.Uri) => read<Sync>('preview.sync', scope),
  lintRun: (scope: vscode.Uri) => read<LintTrigger>('lint.run', scope),
  changedSlidesOnly: (scope: vscode.Uri) => read<boolean>('lint.changedSlidesOnly', scope),
  shape: (scope: vscode.Uri): SlideShape => {
    const written = read<unknown>('preview.shape', scope);
    return SLIDE_SHAPES.find((shape) => shape === written) ?? SLIDE_SHAPES[0];
  },
  notes: (scope: vscode.Uri) => read<boolean>('preview.notes', scope),
  remotePictures: (scope: vscode.Uri) => read<boolean>('preview.remotePictures', scope),
  exportsRemoteFiles: (scope: vscode.Uri) => read<boolean>('export.remoteFiles', scope),
  /** Patterns of hosts; what is not text is left out. */
  allowedHosts: () => read<unknown[]>('remote.allowedHosts').filter((each) => typeof each === 'string'),
  updateLinksOnFileMove: (scope?: vscode.Uri) => read<LinkUpdate>('updateLinksOnFileMove', scope),
  codeLens: (scope: vscode.Uri) => read<boolean>('codeLens', scope),
  /** The program that the user names; null: one that is installed. */
  browser: () => read<string | null>('browser') || null,
  slideNumbers: (scope: vscode.Uri) => read<boolean>('slideNumbers', scope),
  markChangedSlides: (scope: vscode.Uri) => read<boolean>('markChangedSlides', scope),
};

/** Changes a setting where it is already written, or else for everything the user opens. */
export async function changeSetting(name: string, value: unknown, scope: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('deckwright', scope);
  const { ConfigurationTarget } = vscode;
  const set = configuration.inspect(name);
  const target =
    set?.workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await configuration.update(name, value, target);
}

function read<T>(name: string, scope?: vscode.Uri): T {
  // package.json gives every setting a default.
  return vscode.workspace.getConfiguration('deckwright', scope).get<T>(name) as T;
}

import * as vscode from 'vscode';

/** Resolves when the panel is active, or closed. */
export function activated(panel: vscode.WebviewPanel): Promise<void> {
  if (panel.active) return Promise.resolve();
  return new Promise((resolve) => {
    const listening = vscode.Disposable.from(
      panel.onDidChangeViewState(() => panel.active && done()),
      panel.onDidDispose(() => done()),
    );
    const done = () => {
      listening.dispose();
      resolve();
    };
  });
}

import * as vscode from 'vscode';

/**
 * Before VS Code runs a command for the first time, it asks the extension host, and meanwhile keys that were pressed
 * later take effect: the command would then act on the entry to which they have moved the focus. So each command of the
 * view's keys is run once, on no entries, as soon as the view is visible.
 */
export function runOnce(view: vscode.TreeView<unknown>, commands: readonly string[]): vscode.Disposable {
  const run = () => {
    if (!view.visible) return;
    listening.dispose();
    const onNothing = commands.map((command) => ({ command, args: [undefined, []] }));
    void vscode.commands.executeCommand('runCommands', { commands: onNothing });
  };
  const listening = view.onDidChangeVisibility(run);
  run();
  return listening;
}

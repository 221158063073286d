const vscode = require('vscode');

/** Does what the user would do first. Only once: after a reload the window restores its editors by itself. */
exports.activate = async () => {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  if (tabs.some((tab) => tab.input instanceof vscode.TabInputWebview)) return;
  const [deck] = await vscode.workspace.findFiles('*.md', undefined, 1);
  if (!deck) return;
  await vscode.window.showTextDocument(deck, { preview: false });
  await vscode.commands.executeCommand('deckwright.openPreviewToSide');
};

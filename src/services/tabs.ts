import * as vscode from 'vscode';

/** Whether a text editor or a comparison shows the document, even behind other tabs. */
export function isInTab(document: vscode.Uri): boolean {
  return tabs().some((tab) => shows(tab, document));
}

export function shows({ input }: vscode.Tab, document: vscode.Uri): boolean {
  return isOf(document, original(input)) || isOf(document, named(input));
}

/** The tab whose label names the document. For a comparison, that is the document on the right. */
export function tabNamedAfter(document: vscode.Uri): vscode.Tab | undefined {
  return tabs().find(({ input }) => isOf(document, named(input)));
}

export function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function named(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

function original(input: unknown): vscode.Uri | undefined {
  return input instanceof vscode.TabInputTextDiff ? input.original : undefined;
}

function isOf(document: vscode.Uri, uri: vscode.Uri | undefined): boolean {
  return uri?.toString() === document.toString();
}

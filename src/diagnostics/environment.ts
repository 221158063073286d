import * as vscode from 'vscode';
import type { LintEnvironment } from '../core/lint/rule';
import type { Services } from '../services/services';

/** What only the editor knows of a deck. */
export function environmentOf(
  document: vscode.TextDocument,
  { decks, overflows }: Services,
): LintEnvironment {
  const measured = overflows.measured(document);
  const chosen = decks.chosenFor(document.uri);
  return {
    measuredOverflow: (content) => measured.get(content),
    isConfigured: chosen !== undefined && chosen !== 'none',
    hasBom: document.encoding === 'utf8bom',
    formatter: formatterOf(document),
  };
}

/** Events that tell of an extension that it is there for markdown, by its name or with all others. */
const ACTIVE_IN_MARKDOWN = ['onLanguage:markdown', 'onLanguage', 'onStartupFinished', '*'];

/** Name of the formatter that runs when the document is saved. */
function formatterOf(document: vscode.TextDocument): string | undefined {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const id = settings.get<string | null>('defaultFormatter');
  if (!settings.get<boolean>('formatOnSave') || !id) return undefined;
  const manifest = vscode.extensions.getExtension(id)?.packageJSON;
  // One for other languages may be set for all.
  const events: readonly string[] = manifest?.activationEvents ?? [];
  if (!events.some((event) => ACTIVE_IN_MARKDOWN.includes(event))) return undefined;
  return manifest.displayName ?? id;
}

/** Keeps formatters away from decks, where that was set or else in this workspace. */
export async function stopFormattingOnSave(uri: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration('editor', { uri, languageId: 'markdown' });
  const { workspaceFolderValue, workspaceFolderLanguageValue } = settings.inspect('formatOnSave') ?? {};
  const isSetInFolder = workspaceFolderValue !== undefined || workspaceFolderLanguageValue !== undefined;
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const inWorkspace = vscode.workspace.workspaceFolders ? Workspace : Global;
  await settings.update('formatOnSave', false, isSetInFolder ? WorkspaceFolder : inWorkspace, true);
}

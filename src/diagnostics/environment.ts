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

/** Formatters of many languages that know markdown, though they don't say so in their manifests. */
const FORMAT_MARKDOWN = [
  'esbenp.prettier-vscode',
  'prettier.prettier-vscode',
  'dprint.dprint',
  'oxc.oxc-vscode',
];

/** Name of the formatter that runs when the document is saved. */
function formatterOf(document: vscode.TextDocument): string | undefined {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const id = settings.get<string | null>('defaultFormatter');
  if (!settings.get<boolean>('formatOnSave') || !id) return undefined;
  const manifest = vscode.extensions.getExtension(id)?.packageJSON;
  return manifest && isForMarkdown(id, manifest, settings) ? (manifest.displayName ?? id) : undefined;
}

/** One that is set for all languages may have nothing to do with markdown. */
function isForMarkdown(
  id: string,
  { activationEvents = [] }: { activationEvents?: readonly string[] },
  settings: vscode.WorkspaceConfiguration,
): boolean {
  const { globalLanguageValue, workspaceLanguageValue, workspaceFolderLanguageValue } =
    settings.inspect<string>('defaultFormatter') ?? {};
  return (
    [globalLanguageValue, workspaceLanguageValue, workspaceFolderLanguageValue].includes(id) ||
    activationEvents.includes('onLanguage:markdown') ||
    FORMAT_MARKDOWN.includes(id.toLowerCase())
  );
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

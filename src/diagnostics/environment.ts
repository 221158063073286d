import * as vscode from 'vscode';
import type { Deck, SlideContent } from '../core/deck/deck';
import type { Overflow } from '../core/lint/height/overflow';
import type { LintEnvironment } from '../core/lint/rule';
import type { Services } from '../services/services';
import type { ServerAnswers } from './remote/serverAnswers';

/** What only the editor knows about a deck. */
export function environmentOf(
  document: vscode.TextDocument,
  { decks }: Services,
  overflow: Measured,
  answers: ServerAnswers,
): LintEnvironment {
  return {
    measuredOverflow: (content) => overflow.get(content),
    isConfigured: decks.recognize(document).decidedBy !== 'text',
    hasBom: document.encoding === 'utf8bom',
    formatter: formatterOf(document),
    remoteLink: answers.of,
  };
}

/** Slides that a preview has measured; null for those that fit. */
export type Measured = ReadonlyMap<SlideContent, Overflow | null>;

/**
 * What was measured in the slides of a deck. For one that was just edited, the previous results: it is
 * measured again in a moment, and its problems must not disappear and reappear in the meantime.
 */
export function overflowIn(
  deck: Deck,
  measured: Measured,
  before: { readonly deck: Deck; readonly overflow: Measured } | null,
): Measured {
  if (before?.deck.slides.length !== deck.slides.length) return measured;
  const result = new Map(measured);
  for (const { content, index } of deck.slides) {
    const earlier = before.overflow.get(before.deck.slides[index]!.content);
    if (earlier !== undefined && !measured.has(content)) result.set(content, earlier);
  }
  return result;
}

/** Formatters of many languages that also support markdown, though their manifests don't say so. */
const FORMAT_MARKDOWN = [
  'esbenp.prettier-vscode',
  'prettier.prettier-vscode',
  'dprint.dprint',
  'oxc.oxc-vscode',
];

/** The name of the formatter that runs when the document is saved. */
function formatterOf(document: vscode.TextDocument): string | undefined {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const id = settings.get<string | null>('defaultFormatter');
  if (!settings.get<boolean>('formatOnSave') || !id) return undefined;
  const manifest = vscode.extensions.getExtension(id)?.packageJSON;
  return manifest && isForMarkdown(id, manifest, settings) ? (manifest.displayName ?? id) : undefined;
}

/** A formatter that is set for all languages may have nothing to do with markdown. */
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

/**
 * Turns off formatting on save for decks, in the folder's settings if it is set there, or else in this
 * workspace.
 */
export async function stopFormattingOnSave(uri: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration('editor', { uri, languageId: 'markdown' });
  const { workspaceFolderValue, workspaceFolderLanguageValue } = settings.inspect('formatOnSave') ?? {};
  const isSetInFolder = workspaceFolderValue !== undefined || workspaceFolderLanguageValue !== undefined;
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const inWorkspace = vscode.workspace.workspaceFolders ? Workspace : Global;
  await settings.update('formatOnSave', false, isSetInFolder ? WorkspaceFolder : inWorkspace, true);
}

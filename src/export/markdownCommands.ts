import * as vscode from 'vscode';
import type * as Exporter from '../bundles/exporter';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import type { ExportCommand } from './exportCommand';
import type { MarkdownContent } from './markdown';

const common = {
  fileType: 'Markdown',
  opensIn: 'editor',
  async make(deck, content, surroundings, extensionUri) {
    const { exportMarkdown } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
    return exportMarkdown(deck, content, surroundings);
  },
} satisfies Partial<ExportCommand<MarkdownContent>>;

/** What is on the slides, to read or to write minutes in. */
export const textCommand: ExportCommand<MarkdownContent> = {
  ...common,
  command: 'deckwright.exportText',
  extension: 'text.md',
  title: () => vscode.l10n.t('Export as Text'),
  given: ([notes]) => (notes === 'below' ? 'textAndNotes' : 'text'),
  ask: askForNotes,
};

/** What the speaker says. */
export const notesCommand: ExportCommand<MarkdownContent> = {
  ...common,
  command: 'deckwright.exportNotes',
  extension: 'notes.md',
  title: () => vscode.l10n.t('Export Notes'),
  given: () => 'notes',
  ask: async () => 'notes',
};

/** Whether the notes are in the text, if there are any. */
async function askForNotes(
  document: vscode.TextDocument,
  _extensionUri: vscode.Uri,
  { decks }: Services,
): Promise<MarkdownContent | undefined> {
  if (!decks.deckOf(document).slides.some(({ content: { notes } }) => notes && notes.end > notes.start))
    return 'text';
  const choices: readonly (vscode.QuickPickItem & { readonly content: MarkdownContent })[] = [
    { content: 'text', label: vscode.l10n.t('Slides') },
    { content: 'textAndNotes', label: vscode.l10n.t('Slides and Notes') },
  ];
  const title = vscode.l10n.t('Export as Text');
  return (await vscode.window.showQuickPick(choices, { title }))?.content;
}

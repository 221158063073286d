import * as vscode from 'vscode';
import type { DeckChoice } from '../core/config/config';
import { keptSeparators } from '../core/config/keptSeparators';
import type { SetupName } from '../core/deck/namedSetups';
import { fileOf } from '../services/documentFile';
import type { Services } from '../services/services';
import { nameOfFolder, settleFolder } from './settleFolder';

export const SELECT_DIALECT = 'deckwright.selectDialect';

/** What a choice is for. */
export type Scope = 'file' | 'folder';

interface DialectItem extends vscode.QuickPickItem {
  readonly choice: DeckChoice | undefined;
}

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope: Scope;
}

/** Lets the user choose whose deck a document is and, if that is not known yet, for which files that counts. */
export async function selectDialect(
  document: vscode.TextDocument,
  scope: Scope | undefined,
  { extensionUri }: vscode.ExtensionContext,
  services: Services,
): Promise<void> {
  const { decks } = services;
  const { uri } = document;
  const title = vscode.l10n.t('Select the slide dialect');
  const picked = await vscode.window.showQuickPick(dialects(document, services), { title });
  if (!picked) return;
  const { choice } = picked;
  const isOneFiles = choice === undefined || choice === 'none' || !fileOf(uri);
  const chosenScope = isOneFiles ? 'file' : (scope ?? (await pickScope(uri, picked.label)));
  const separators = keptSeparators(choice, decks.detect(document));
  if (chosenScope === 'file') await decks.choose(uri, choice && { dialect: choice, ...separators });
  if (chosenScope !== 'folder') return;
  const settled = { dialect: choice as SetupName, separators };
  const isSettled = await settleFolder(document, settled, extensionUri, services);
  // What was chosen for this file before would go first.
  if (isSettled) await decks.choose(uri, undefined);
}

async function pickScope(uri: vscode.Uri, title: string): Promise<Scope | undefined> {
  const items: ScopeItem[] = [
    {
      scope: 'file',
      label: vscode.l10n.t('Only this file'),
      detail: vscode.l10n.t('Stored for you in this workspace'),
    },
    {
      scope: 'folder',
      label: vscode.l10n.t('All decks in {0}', nameOfFolder(uri)),
      detail: vscode.l10n.t('Stored for everyone in .deckwright.json'),
    },
  ];
  return (await vscode.window.showQuickPick(items, { title }))?.scope;
}

function dialects(document: vscode.TextDocument, { decks }: Services): DialectItem[] {
  const detected = decks.detect(document);
  const { decidedBy, setup } = detected;
  const items: DialectItem[] = [
    {
      choice: undefined,
      label: vscode.l10n.t('Detect automatically'),
      detail:
        decidedBy === 'surroundings'
          ? vscode.l10n.t('As {0} says', setup.source)
          : vscode.l10n.t('From the document and the files around it'),
    },
    { choice: 'hedgedoc', label: 'HedgeDoc', detail: vscode.l10n.t('--- and ---- between empty lines') },
    {
      choice: 'reveal-md',
      label: 'reveal-md',
      detail: vscode.l10n.t('--- and ----, or the separators in the frontmatter'),
    },
    { choice: 'reveal', label: 'reveal.js', detail: vscode.l10n.t('A page that splits at ---') },
    {
      choice: 'reveal-blank-lines',
      label: vscode.l10n.t('reveal.js with blank lines'),
      detail: vscode.l10n.t('Two blank lines between slides, three between columns'),
    },
    { choice: 'mkslides', label: 'mkslides', detail: vscode.l10n.t('--- and -v-') },
    {
      choice: 'vscode-reveal',
      label: 'vscode-reveal',
      detail: vscode.l10n.t('--- and -- between empty lines'),
    },
    { choice: 'none', label: vscode.l10n.t('Not a slide deck'), detail: vscode.l10n.t('Ordinary Markdown') },
  ];
  const current = decks.choiceFor(document.uri);
  const currentDialect = typeof current === 'object' ? current.dialect : current;
  for (const item of items) {
    if (item.choice === currentDialect) item.description = vscode.l10n.t('(current)');
    if (Object.keys(keptSeparators(item.choice, detected)).length > 0)
      item.detail = vscode.l10n.t('With the separators as detected');
  }
  return items;
}

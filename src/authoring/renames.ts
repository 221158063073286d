import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { MAX_DECK_SIZE } from '../core/deck/limits';
import { atOnce } from '../services/atOnce';
import { baseOf, parent, rootOf } from '../services/deckRoot';
import { isOfUser } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import { MARKDOWN_FILES, NEVER_ENTERED } from '../services/markdownFiles';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import { settings } from '../services/settings';

/** How many files are searched. */
const MAX_FILES = 5000;
const AT_ONCE = 16;

type Move = vscode.FileWillRenameEvent['files'][number];

/**
 * Keeps the references of decks intact when they or what they name is renamed or moved in the explorer. VS
 * Code asks before it applies the edits it is given here, and shows them on request.
 */
export function registerRenames(context: vscode.ExtensionContext, services: Services): void {
  const renames = new Renames(context.extensionUri, services);
  context.subscriptions.push(
    vscode.workspace.onWillRenameFiles((event) => {
      const choice = settings.updateLinksOnFileMove(event.files[0]?.oldUri);
      if (choice === 'never') return;
      const edit = renames.edits(event.files, event.token);
      event.waitUntil(choice === 'always' ? edit.then(apply) : edit);
    }),
  );
}

async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

class Renames {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  /** One edit for all decks, to be applied before the files move. */
  async edits(files: readonly Move[], token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    const conflicted: string[] = [];
    for (const document of await this.#concerned(files, token)) {
      if (token.isCancellationRequested) return new vscode.WorkspaceEdit();
      const isConflicted = await this.#retarget(document, files, edit);
      if (isConflicted) conflicted.push(plainName(document.uri));
    }
    if (conflicted.length > 0) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('References on slides in merge conflicts were not updated: {0}', conflicted.join(', ')),
      );
    }
    return edit;
  }

  /** Returns whether the deck is in a merge conflict. Slides that this touches stay as they are. */
  async #retarget(
    document: vscode.TextDocument,
    files: readonly Move[],
    edit: vscode.WorkspaceEdit,
  ): Promise<boolean> {
    const { decks } = this.services;
    await decks.ready(document.uri, document.getText());
    if (!decks.isDeck(document)) return false;
    const { retargetDeck } = await loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
    const deck = decks.deckOf(document);
    const changes = retargetDeck(deck, {
      deck: document.uri.path,
      root: rootOf(document.uri)!.path,
      pageFolder: deck.setup.page && parent(baseOf(document.uri, deck.setup)).path,
      moves: files
        .filter(({ oldUri }) => oldUri.scheme === document.uri.scheme)
        .map(({ oldUri, newUri }) => ({ from: oldUri.path, to: newUri.path })),
      leavePlain: vscodeUpdatesLinks(document.uri),
    });
    const label = vscode.l10n.t('Update references in decks');
    for (const { span, newText } of changes) {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, newText, { needsConfirmation: false, label });
    }
    return deck.conflicts.length > 0;
  }

  /** The documents that may name what moves, or that move and may name what does not. */
  async #concerned(files: readonly Move[], token: vscode.CancellationToken): Promise<vscode.TextDocument[]> {
    const open = vscode.workspace.textDocuments.filter(
      ({ languageId, isUntitled, uri }) => languageId === 'markdown' && !isUntitled && isOfUser(uri),
    );
    const known = new Set(open.map(({ uri }) => uri.toString()));
    const found = await vscode.workspace.findFiles(MARKDOWN_FILES, NEVER_ENTERED, MAX_FILES, token);
    const closed = found.filter((uri) => !known.has(uri.toString()));
    const concerned = open.filter((document) => mayConcern(document.uri, document.getText(), files));
    const look = async (uri: vscode.Uri) => {
      concerned.push(...(await openIfConcerned(uri, files)));
    };
    await atOnce(AT_ONCE, closed, look, () => !token.isCancellationRequested);
    return concerned;
  }
}

/**
 * Whether VS Code's markdown support also updates links once the files have moved: off by default. It may do
 * so by the file's text on disk (1.139 reads a file that appears even if it is open and not saved), so
 * nothing is changed here that shifts one of these links within its line.
 */
function vscodeUpdatesLinks(document: vscode.Uri): boolean {
  const choice = vscode.workspace
    .getConfiguration('markdown', document)
    .get('updateLinksOnFileMove.enabled', 'never');
  return choice !== 'never';
}

/** Most files are only read, which is much cheaper than opening them as documents. */
async function openIfConcerned(uri: vscode.Uri, files: readonly Move[]): Promise<vscode.TextDocument[]> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_DECK_SIZE) return [];
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return mayConcern(uri, text, files) ? [await vscode.workspace.openTextDocument(uri)] : [];
  } catch {
    // Gone or unreadable: it has no references to keep.
    return [];
  }
}

function mayConcern(uri: vscode.Uri, text: string, files: readonly Move[]): boolean {
  return files.some(({ oldUri }) => {
    const moves = `${uri.path}/`.startsWith(`${oldUri.path}/`);
    // Whole folders: what is named within them stays where it is.
    if (moves) return uri.path === oldUri.path || /\.\.\/|["'(\s:]\//.test(text);
    return text.includes(plainPart(oldUri.path.slice(oldUri.path.lastIndexOf('/') + 1)));
  });
}

/** The longest part of a name that is written the same way in markdown, HTML and URLs. */
function plainPart(name: string): string {
  const parts = name.match(/[a-z\d]+/gi) ?? [];
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

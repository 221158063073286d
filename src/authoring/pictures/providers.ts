import * as vscode from 'vscode';
import { type PasteForm, pasteForm } from '../../core/authoring/pictures/pasteForm';
import { slideAt } from '../../core/summary/slideAt';
import { slideTitle } from '../../core/summary/titles';
import { baseOf } from '../../services/deckRoot';
import { fileOf } from '../../services/documentFile';
import { CannotInsert, pictureFolder } from '../../services/newPicture';
import type { Services } from '../../services/services';
import { bringsText, type Incoming, incomingFiles } from './incoming';
import { type Inserted, planInsertion } from './insertion';

const { Empty, Text } = vscode.DocumentDropOrPasteEditKind;

/** Below the kind to which VS Code's own markdown support yields, so that ours comes first in decks. */
const KIND = Empty.append('markdown', 'link', 'image', 'attachment', 'deckwright');

const TYPES = ['files', 'image/*', 'text/uri-list'];

/** Lets pictures and other files be pasted and dropped into decks. */
export function registerPictures(context: vscode.ExtensionContext, services: Services): void {
  const provider = new FilesIntoDeck(services);
  const selector: vscode.DocumentSelector = { language: 'markdown' };
  context.subscriptions.push(
    vscode.languages.registerDocumentPasteEditProvider(selector, provider, {
      providedPasteEditKinds: [KIND],
      pasteMimeTypes: TYPES,
    }),
    vscode.languages.registerDocumentDropEditProvider(selector, provider, {
      providedDropEditKinds: [KIND],
      dropMimeTypes: TYPES,
    }),
  );
}

type Edit = Pick<vscode.DocumentPasteEdit, 'title' | 'additionalEdit' | 'yieldTo'>;

class FilesIntoDeck implements vscode.DocumentPasteEditProvider, vscode.DocumentDropEditProvider {
  constructor(readonly services: Services) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const edit = await this.#edit(document, ranges, dataTransfer, token);
    return edit && [Object.assign(new vscode.DocumentPasteEdit('', edit.title, KIND), edit)];
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    dataTransfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const range = new vscode.Range(position, position);
    const edit = await this.#edit(document, [range], dataTransfer, token);
    return edit && Object.assign(new vscode.DocumentDropEdit('', edit.title, KIND), edit);
  }

  async #edit(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<Edit | undefined> {
    if (!this.services.decks.isDeck(document)) return;
    const incoming = await incomingFiles(dataTransfer);
    if (incoming.length === 0) return;
    // Office programs put a picture of the copied content beside its text.
    const yields = incoming[0]!.file !== undefined && (await bringsText(dataTransfer, incoming));
    const title = vscode.l10n.t('Insert Picture or File into the Deck');
    try {
      const additionalEdit = await this.#insert(document, ranges, incoming);
      return token.isCancellationRequested
        ? undefined
        : { title, additionalEdit, yieldTo: yields ? [Text] : [] };
    } catch (error) {
      if (!(error instanceof CannotInsert)) throw error;
      if (yields) return;
      void vscode.window.showWarningMessage(error.message);
      // An edit that does nothing; otherwise VS Code's own would copy the files in its way.
      return { title };
    }
  }

  /** The copies first: if one fails, no text is inserted that names it. */
  async #insert(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    incoming: readonly Incoming[],
  ): Promise<vscode.WorkspaceEdit> {
    const file = fileOf(document.uri);
    if (!file) {
      throw new CannotInsert(
        vscode.l10n.t('Save the deck first: pictures and other files are copied into its folder.'),
      );
    }
    const deck = this.services.decks.deckOf(document);
    const offset = document.offsetAt(ranges[0]!.start);
    const title = slideTitle(slideAt(deck, offset).content);
    const { files, edit } = await planInsertion(incoming, {
      base: baseOf(file, deck.setup),
      folder: await pictureFolder(file, this.services.configs),
      title: 'text' in title ? title.text : deckName(file),
    });
    const texts = ranges.map(({ start, end }) => {
      const { kind, span } = pasteForm(deck, {
        start: document.offsetAt(start),
        end: document.offsetAt(end),
      });
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      return new vscode.SnippetTextEdit(range, snippet(kind, files));
    });
    edit.set(document.uri, texts);
    return edit;
  }
}

function deckName(document: vscode.Uri): string {
  return document.path.slice(document.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function snippet(kind: PasteForm['kind'], files: readonly Inserted[]): vscode.SnippetString {
  // One value holds one path.
  const { url, isPicture } = files[0]!;
  if (kind === 'background' && isPicture) {
    return new vscode.SnippetString().appendText(`data-background="${url}"`);
  }
  return kind === 'link' ? links(files) : new vscode.SnippetString().appendText(url);
}

function links(files: readonly Inserted[]): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  files.forEach(({ url, words, isPicture }, index) => {
    snippet.appendText(`${index > 0 ? ' ' : ''}${isPicture ? '!' : ''}[`);
    snippet.appendPlaceholder(words);
    snippet.appendText(`](${url})`);
  });
  return snippet;
}

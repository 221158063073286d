import * as vscode from 'vscode';
import { cleanFileName, uniqueFileName } from '../core/files/pictureNames';
import { relativePath, urlOfPath } from '../core/files/relativePath';
import type { Finding } from '../core/lint/rule';
import { parent } from '../services/deckRoot';
import { CannotInsert, namesIn, pictureFolder } from '../services/newPicture';
import { plainText } from '../services/plainText';
import type { Services } from '../services/services';
import { offerUndo } from '../services/undo';
import { type Fetched, fetchPicture } from './fetchPicture';
import type { Linter } from './linter';
import type { Linting } from './linting';

/** The rule whose findings are pictures that can be saved. */
export const NOT_ARCHIVED = 'hedgedoc-image-not-archived';
/** The rule that finds them as soon as a copy is beside the deck. */
const ARCHIVED = 'hedgedoc-image';

/** Saves a picture that exists only on a HedgeDoc server beside its deck, when the user asks for it. */
export class PictureSaving {
  constructor(
    readonly linting: Linting,
    readonly linter: Linter,
    readonly services: Services,
  ) {}

  /**
   * The quick fix: for a picture of an open deck, by its address. The deck is changed wherever it names the
   * picture.
   */
  async run(uri: vscode.Uri, address: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    try {
      await this.#check(document, address);
      const fetched = await fetchWithProgress(address);
      if (!fetched) return;
      await this.#checkPicture(fetched);
      const file = await this.#write(document.uri, address, fetched);
      const path = relativePath(parent(document.uri).path, file.path);
      if (await this.#replace(document, address, urlOfPath(path))) {
        void offerUndo(document, vscode.l10n.t('The picture was saved as {0}.', plainText(path)));
      }
    } catch (error) {
      if (!(error instanceof CannotInsert)) throw error;
      void sayWhyNot(address, error.message);
    }
  }

  /** Only what the linter reports is ever fetched, and only in a trusted folder. */
  async #check(document: vscode.TextDocument, address: string): Promise<void> {
    if (document.isUntitled) {
      throw new CannotInsert(
        vscode.l10n.t('Save the deck first: pictures and other files are copied into its folder.'),
      );
    }
    if (!vscode.workspace.isTrusted) {
      throw new CannotInsert(vscode.l10n.t('Nothing is fetched in Restricted Mode.'));
    }
    const findings = await this.#findings(document, address, [NOT_ARCHIVED]);
    if (findings.length === 0)
      throw new CannotInsert(vscode.l10n.t('The deck no longer refers to this picture.'));
  }

  async #findings(
    document: vscode.TextDocument,
    address: string,
    rules: readonly string[],
  ): Promise<readonly Finding[]> {
    const linted = await this.linting.now(document);
    const isMeant = (finding: Finding) => rules.includes(finding.rule) && finding.address === address;
    return linted?.findings.filter(isMeant) ?? [];
  }

  /** Servers also send their login page, and label it as whatever was requested. */
  async #checkPicture({ bytes }: Fetched): Promise<void> {
    const { pictureFacts } = await this.linter.load();
    const { kind } = pictureFacts(bytes);
    if (kind === 'picture') return;
    throw new CannotInsert(
      kind === 'html'
        ? vscode.l10n.t('The server sent a web page instead. You may have to log in.')
        : vscode.l10n.t('The server did not send a picture.'),
    );
  }

  /** Writes the picture under a name that is free in the folder. */
  async #write(deck: vscode.Uri, address: string, { bytes, type }: Fetched): Promise<vscode.Uri> {
    const folder = await pictureFolder(deck, this.services.configs);
    const name = uniqueFileName(cleanFileName(nameIn(address), type, 'picture'), await namesIn(folder));
    const file = vscode.Uri.joinPath(folder, name);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(file, { contents: bytes, overwrite: false });
    if (await vscode.workspace.applyEdit(edit)) return file;
    throw new CannotInsert(vscode.l10n.t('{0} could not be written.', plainText(file.path)));
  }

  /** Wherever the deck names the picture by now. */
  async #replace(document: vscode.TextDocument, address: string, newText: string): Promise<boolean> {
    // The copy, which has just been written, may be noticed or not.
    const findings = await this.#findings(document, address, [NOT_ARCHIVED, ARCHIVED]);
    const edits = findings.map(({ span }) => ({ span, newText }));
    const { text } = this.services.decks.deckOf(document);
    const done = await this.services.deckEdits.apply(document, (deck) =>
      deck.text === text ? { edits, slides: [] } : { refusal: 'changed' },
    );
    return done !== null;
  }
}

/** Undefined if the user cancels. */
async function fetchWithProgress(address: string): Promise<Fetched | undefined> {
  const { host } = new URL(address);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Fetching the picture from {0}', host),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await fetchPicture(address, abort.signal);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

function nameIn(address: string): string {
  const name = new URL(address).pathname.replace(/^.*\//s, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function sayWhyNot(address: string, reason: string): Promise<void> {
  const open = vscode.l10n.t('Open in Browser');
  const message = vscode.l10n.t('The picture could not be saved. {0}', reason);
  if ((await vscode.window.showWarningMessage(message, open)) === open) await openInBrowser(address);
}

/** For saving by hand. */
export async function openInBrowser(address: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(address));
}

import * as vscode from 'vscode';
import { fileNameFor } from '../core/authoring/snippets/newDeck';
import type { Deck } from '../core/deck/deck';
import { parentPath, relativePath, urlOfPath } from '../core/files/relativePath';
import { deckTitle } from '../core/summary/titles';
import { deckOfCommand } from '../services/deckOfCommand';
import { fileOf } from '../services/documentFile';
import { plainName } from '../services/plainText';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { complaintsOf, tell } from '../services/tell';
import { writeWhole } from '../services/writeWhole';
import { askForFolder } from './askForFolder';
import type { ExportProblem } from './exportOptions';
import { inWords } from './failure';
import type { FileSurroundings, Made } from './made';
import { withProblems } from './message';
import type { MadeFiles } from './pictureFiles';
import { makeFrom } from './surroundings';
import { writeFolder } from './writeFolder';

/** A command that makes one file of one deck, or files in a folder, as the user chooses. */
export interface ExportCommand<Choice, Result extends Made | MadeFiles = Made> {
  readonly command: string;
  /** Of the file, without its first dot; null for files in a folder. */
  readonly extension: string | null;
  /** The name of its kind in the dialog that asks for a file. */
  readonly fileType: string;
  /** What opens the file; the system does if not the editor. */
  readonly opensIn: 'editor' | 'system';
  /** In the user's language, for everything that asks or tells. */
  title(): string;
  /** The choice of a script, from what follows the file in the arguments of the command. */
  given(rest: readonly unknown[], document: vscode.TextDocument): Choice;
  /** Undefined if the user cancels. */
  ask(
    document: vscode.TextDocument,
    extensionUri: vscode.Uri,
    services: Services,
  ): Promise<Choice | undefined>;
  /** What follows the name of the deck in that of the file or folder; nothing if not given. */
  suffix?(choice: Choice, deck: Deck): string;
  make(
    deck: Deck,
    choice: Choice,
    surroundings: FileSurroundings,
    extensionUri: vscode.Uri,
    document: vscode.TextDocument,
  ): Promise<Result>;
  /** Offers a way out of a failure; false if there is none. */
  wayOut?(error: unknown, document: vscode.TextDocument): boolean;
}

export function registerExport<Choice>(
  command: ExportCommand<Choice, Made | MadeFiles>,
  extensionUri: vscode.Uri,
  services: Services,
): vscode.Disposable {
  // Menus pass more than the file they were opened on; only a different file is the target, so that scripts
  // can name it, and then what else there is to choose.
  return vscode.commands.registerCommand(command.command, async (uri?: unknown, ...given: unknown[]) => {
    const document = await deckToExport(uri, services);
    if (document) await new DocumentExport(document, command, extensionUri, services).run(given);
  });
}

/** The deck that a command was called on, or else the one that the user is on. */
export function deckToExport(uri: unknown, services: Services): Promise<vscode.TextDocument | undefined> {
  return deckOfCommand(uri, services, vscode.l10n.t('Export as Slides'));
}

/** One call of a command. */
class DocumentExport<Choice> {
  constructor(
    readonly document: vscode.TextDocument,
    readonly command: ExportCommand<Choice, Made | MadeFiles>,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  async run([target, ...rest]: readonly unknown[]): Promise<void> {
    if (target instanceof vscode.Uri) return this.#export(this.command.given(rest, this.document), target);
    const choice = await this.command.ask(this.document, this.extensionUri, this.services);
    if (choice === undefined) return;
    const { suffix } = this.command;
    const name = suffix?.(choice, this.services.decks.deckOf(this.document)) ?? '';
    const chosen = await this.#askForTarget(name);
    if (chosen) await this.#export(choice, chosen);
  }

  async #askForTarget(suffix: string): Promise<vscode.Uri | undefined> {
    const { extension, fileType } = this.command;
    const proposed = this.#proposedTarget(suffix);
    if (extension === null) return this.#askForFolder(proposed, suffix);
    return vscode.window.showSaveDialog({
      ...(proposed && { defaultUri: proposed }),
      filters: { [fileType]: [extension.replace(/^.*\./, '')] },
      saveLabel: vscode.l10n.t('Export'),
      title: this.command.title(),
    });
  }

  /** The user chooses where a folder of its own is made. */
  async #askForFolder(proposed: vscode.Uri | undefined, suffix: string): Promise<vscode.Uri | undefined> {
    const start = proposed?.with({ path: parentPath(proposed.path) });
    const folder = await askForFolder(this.command.title(), start);
    return folder && vscode.Uri.joinPath(folder, `${this.#baseName()}${suffix}`);
  }

  /** Beside the deck, or in the workspace folder if there is one. */
  #proposedTarget(suffix: string): vscode.Uri | undefined {
    const { extension } = this.command;
    const name = `${this.#baseName()}${suffix}${extension === null ? '' : `.${extension}`}`;
    const file = fileOf(this.document.uri);
    if (file) return file.with({ path: file.path.replace(/[^/]*$/, name) });
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return folder && vscode.Uri.joinPath(folder, name);
  }

  /** A deck without a file is named by its title. */
  #baseName(): string {
    const file = fileOf(this.document.uri);
    const title = deckTitle(this.services.decks.deckOf(this.document)) ?? '';
    const name = file ? file.path.replace(/^.*\//, '') : fileNameFor(title);
    return name.replace(/\.\w+$/, '');
  }

  async #export(choice: Choice, target: vscode.Uri): Promise<void> {
    const { uri } = this.document;
    try {
      if (target.toString() === uri.toString())
        throw new Error(vscode.l10n.t('this file is the deck itself'));
      const exported = await withProgress(
        vscode.l10n.t('Exporting {0}', plainName(uri)),
        async (signal, progress) => {
          const deckFolder = deckFolderFrom(target, uri);
          const onPages = (count: number) =>
            progress.report({ message: vscode.l10n.t('printing {0} pages', count) });
          const onPicture = (done: number, total: number) =>
            progress.report({ message: vscode.l10n.t('Slide {0} of {1}', done, total) });
          const made = await makeFrom(
            this.document,
            (deck, surroundings) =>
              this.command.make(
                deck,
                choice,
                { ...surroundings, deckFolder, onPages, onPicture },
                this.extensionUri,
                this.document,
              ),
            this.extensionUri,
            this.services,
            signal,
          );
          signal.throwIfAborted();
          if ('content' in made) await writeWhole(target, made.content);
          else if (!(await writeFolder(target, made.files))) return undefined;
          return made;
        },
      );
      if (exported) void this.#tell(target, exported.problems);
    } catch (error) {
      this.services.log.error(`${uri.fsPath} could not be exported`, error as Error);
      if (this.command.wayOut?.(error, this.document)) return;
      // VS Code shows it to the caller of the command, user or script.
      throw new Error(vscode.l10n.t('{0} could not be exported: {1}', plainName(uri), inWords(error)));
    }
  }

  /** Reports the result, with the file at hand. */
  async #tell(target: vscode.Uri, problems: readonly ExportProblem[]): Promise<void> {
    const open = vscode.l10n.t('Open');
    const said = withProblems(vscode.l10n.t('Exported {0}.', plainName(target)), problems);
    const choice = await tell(said, complaintsOf(this.document.uri, problems), this.services.log, open);
    if (choice === open) await this.#open(target);
  }

  #open(target: vscode.Uri): Thenable<unknown> {
    if (this.command.extension === null) return vscode.commands.executeCommand('revealFileInOS', target);
    return this.command.opensIn === 'editor'
      ? vscode.commands.executeCommand('vscode.open', target)
      : vscode.env.openExternal(target);
  }
}

/** What a URL of the deck begins with in a file elsewhere. A deck without a file has no folder. */
function deckFolderFrom(target: vscode.Uri, deck: vscode.Uri): string {
  if (!fileOf(deck)) return '';
  const [from, to] = [parentPath(target.path), parentPath(deck.path)];
  if (from === to) return '';
  const isElsewhere = target.scheme !== deck.scheme || target.authority !== deck.authority;
  const leads = isElsewhere ? deck.with({ path: to }).toString() : urlOfPath(relativePath(from, to));
  return leads.replace(/^\.\//, '').replace(/\/?$/, '/');
}

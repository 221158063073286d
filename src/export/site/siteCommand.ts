import * as vscode from 'vscode';
import type * as Browser from '../../bundles/browser';
import type * as Exporter from '../../bundles/exporter';
import { Folders } from '../../services/folders';
import { loadBundle, loadNodeBundle } from '../../services/loadBundle';
import { plainName, plainText } from '../../services/plainText';
import { withProgress } from '../../services/progress';
import type { Services } from '../../services/services';
import { settings } from '../../services/settings';
import { complaintsOf, tell } from '../../services/tell';
import { isBrowserError } from '../browser/browserError';
import { inWords } from '../failure';
import { runtimeOf } from '../surroundings';
import { chooseSite } from './chooseSite';
import type { Camera, ExportedSite } from './exportSite';
import { decksOf, type FolderDecks } from './folderDecks';
import { siteWords } from './siteWords';
import { WorkspaceSite } from './workspaceSite';

/** *Export Folder as a Site…*: scripts can name the folder and that of the site. */
export function registerSite(
  { extensionUri, extension, workspaceState }: vscode.ExtensionContext,
  services: Services,
): vscode.Disposable {
  const { version } = extension.packageJSON as { version: string };
  return vscode.commands.registerCommand(
    'deckwright.exportSite',
    async (source?: unknown, target?: unknown) => {
      const folder = source instanceof vscode.Uri ? source : await chooseFolder();
      if (!folder) return;
      const site = target instanceof vscode.Uri ? target : await chooseSite(folder, workspaceState);
      if (site) await new FolderExport(folder, site, version, extensionUri, services).run(false);
    },
  );
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  return others.length === 0 ? first?.uri : (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** One call of the command. */
class FolderExport {
  /** Why the index has no pictures, if nothing else is wrong with the site. */
  #withoutPictures = '';

  constructor(
    readonly folder: vscode.Uri,
    readonly site: vscode.Uri,
    readonly version: string,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  async run(force: boolean): Promise<void> {
    const name = plainName(this.folder);
    try {
      const folders = new Folders();
      const done = await withProgress(vscode.l10n.t('Exporting {0}', name), (signal, progress) =>
        this.#export(folders, force, signal, progress).finally(() => folders.dispose()),
      );
      if (done) void this.#tell(done.exported, done.found);
    } catch (error) {
      if (isTaken(error)) return this.#askToOverwrite(error.path);
      this.services.log.error(`${this.folder.fsPath} could not be exported`, error as Error);
      // VS Code shows it to the caller of the command, user or script.
      throw new Error(vscode.l10n.t('{0} could not be exported: {1}', name, inWords(error)));
    }
  }

  async #export(
    folders: Folders,
    force: boolean,
    signal: AbortSignal,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
  ): Promise<{ exported: ExportedSite; found: FolderDecks }> {
    const { extensionUri } = this;
    const found = await decksOf(this.folder, this.site, this.services, { folders, extensionUri, signal });
    if (found.decks.length === 0) throw new Error(vscode.l10n.t('There are no decks in this folder.'));
    const { exportSite, highlight } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
    const exported = await exportSite(found.decks, new WorkspaceSite(this.site), {
      title: this.folder.path.replace(/^.*\//s, ''),
      words: siteWords(vscode.l10n.t, vscode.env.language),
      version: this.version,
      force,
      runtime: runtimeOf(extensionUri),
      highlight,
      camera: this.#camera(signal),
      told: (done, total) =>
        progress.report({ message: vscode.l10n.t('{0} of {1}', done, total), increment: 100 / total }),
      signal,
    });
    return { exported, found };
  }

  /** Pictures are taken of files, by a program. */
  #camera(signal: AbortSignal): Camera | null {
    const bundle = loadNodeBundle<typeof Browser>(this.extensionUri, 'browser.js');
    if (!bundle || this.site.scheme !== 'file') {
      this.#withoutPictures = vscode.l10n.t('Pictures of first slides need VS Code on the desktop.');
      return null;
    }
    return async (pages, taken) => {
      const byFile = new Map(pages.map((page) => [vscode.Uri.joinPath(this.site, page).fsPath, page]));
      try {
        await bundle.firstSlides(
          [...byFile.keys()],
          { browser: settings.browser(), signal },
          (file, picture) => taken(byFile.get(file)!, picture),
        );
      } catch (error) {
        if (!isBrowserError(error)) throw error;
        this.#withoutPictures = vscode.l10n.t(
          'The index has no pictures of first slides: {0}',
          inWords(error),
        );
      }
    };
  }

  async #askToOverwrite(path: string): Promise<void> {
    const overwrite = vscode.l10n.t('Overwrite');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} already has a file {1} that is not of an earlier export.',
        plainName(this.site),
        plainText(path),
      ),
      { modal: true, detail: vscode.l10n.t('All files that the site needs are overwritten.') },
      overwrite,
    );
    if (answer === overwrite) await this.run(true);
  }

  /** Reports the result, with the index at hand; the details of what is wrong are in the log. */
  async #tell(exported: ExportedSite, { unreadable }: FolderDecks): Promise<void> {
    const problems = [
      ...unreadable,
      ...[...exported.problems].flatMap(([deck, found]) =>
        complaintsOf(vscode.Uri.joinPath(this.folder, deck), found),
      ),
    ];
    const open = vscode.l10n.t('Open');
    const said = [
      madeText(exported, plainName(this.site)),
      ...problemText(problems.length),
      ...(exported.withoutPicture > 0 ? [this.#withoutPictures] : []),
    ].join(' ');
    const choice = await tell(said, problems, this.services.log, open);
    if (choice === open) await vscode.env.openExternal(vscode.Uri.joinPath(this.site, 'index.html'));
  }
}

/** By name: the exporter's bundle has a class of its own. */
function isTaken(error: unknown): error is { readonly path: string } {
  return error instanceof Error && error.name === 'Taken' && 'path' in error;
}

function madeText({ made, pages }: ExportedSite, name: string): string {
  if (made === 0) return vscode.l10n.t('{0} is up to date.', name);
  if (made < pages)
    return vscode.l10n.t('Exported to {0}: {1} of {2} pages were new or changed.', name, made, pages);
  return pages === 1
    ? vscode.l10n.t('Exported 1 page to {0}.', name)
    : vscode.l10n.t('Exported {0} pages to {1}.', pages, name);
}

function problemText(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1 ? vscode.l10n.t('There is 1 problem.') : vscode.l10n.t('There are {0} problems.', count),
  ];
}

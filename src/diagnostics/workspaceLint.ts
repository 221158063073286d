import * as vscode from 'vscode';
import { isIgnored } from '../core/config/config';
import { parseDeck } from '../core/deck/parseDeck';
import { atOnce } from '../services/atOnce';
import { WorkspaceDeckFiles } from '../services/deckFiles';
import type { Services } from '../services/services';
import { diagnosticsOf, SOURCE } from './diagnostic';
import type { Linter } from './linter';
import type { Linting } from './linting';

const MARKDOWN = '**/*.{md,markdown}';
const NEVER_ENTERED = '**/{.git,node_modules}/**';
const AT_ONCE = 8;
/** As the command line: nobody writes larger decks. */
const MAX_SIZE = 32 * 1024 * 1024;

/**
 * Lints all decks of the workspace, without opening them. What it finds in decks that are not open stays until they
 * are opened, change or go: then their own findings count.
 */
export class WorkspaceLint implements vscode.Disposable {
  readonly #problems = vscode.languages.createDiagnosticCollection('deckwright-workspace');
  readonly #subscription: vscode.Disposable;
  #watcher: vscode.Disposable | undefined;

  constructor(
    readonly linter: Linter,
    readonly linting: Linting,
    readonly services: Services,
  ) {
    this.#subscription = vscode.Disposable.from(
      this.#problems,
      linting.onDidPublish((uri) => this.#problems.delete(uri)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#watcher?.dispose();
  }

  /** The command: with progress, a way to cancel, and a word on the result. */
  async run(): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Linting all decks'),
      cancellable: true,
    };
    const decks = await vscode.window.withProgress(options, (progress, token) =>
      this.#lintAll(progress, token),
    );
    if (decks) void this.#tell(decks);
  }

  /** The decks there are; null where the user cancelled. */
  async #lintAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<vscode.Uri[] | null> {
    this.#watcher ??= this.#watch();
    const files = await vscode.workspace.findFiles(MARKDOWN, NEVER_ENTERED, undefined, token);
    const inOrder = files.toSorted((a, b) => (a.toString() < b.toString() ? -1 : 1));
    const decks: vscode.Uri[] = [];
    let done = 0;
    const lint = async (file: vscode.Uri) => {
      if (await this.#lint(file)) decks.push(file);
      done++;
      const message = vscode.l10n.t('{0} of {1} files', done, files.length);
      progress.report({ message, increment: 100 / files.length });
    };
    await atOnce(AT_ONCE, inOrder, lint, () => !token.isCancellationRequested);
    if (token.isCancellationRequested) return null;
    this.#keepOnly(new Set(files.map(String)));
    return decks;
  }

  /** Whether the file is a deck. One that is open has its findings already, or its user wants none. */
  async #lint(file: vscode.Uri): Promise<boolean> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
    if (open) return this.linter.covers(open);
    try {
      const diagnostics = await this.#findIn(file);
      const isOpenedMeanwhile = vscode.workspace.textDocuments.some(
        ({ uri }) => uri.toString() === file.toString(),
      );
      if (!isOpenedMeanwhile) this.#problems.set(file, diagnostics ?? undefined);
      return diagnostics !== null;
    } catch (error) {
      this.services.log.error(`${file.path} could not be linted`, error);
      return false;
    }
  }

  #keepOnly(files: ReadonlySet<string>): void {
    this.#problems.forEach((uri) => {
      if (!files.has(uri.toString())) this.#problems.delete(uri);
    });
  }

  /** Null where the file is no deck. */
  async #findIn(file: vscode.Uri): Promise<vscode.Diagnostic[] | null> {
    const { configs, decks, folders } = this.services;
    await configs.ready(file);
    const config = configs.of(file);
    const path = configs.pathOf(file);
    if (path !== undefined && isIgnored(config, path)) return null;
    const bytes = await readRegularFile(file);
    if (typeof bytes === 'string') return [unreadable(bytes)];
    const text = decode(bytes);
    if (text === null) return [unreadable(vscode.l10n.t('This file is not encoded in UTF-8.'))];
    const { isDeck, dialect } = decks.recognizeText(file, text);
    if (!isDeck) return null;
    const deck = parseDeck(text, { dialect, allowCustomSeparators: vscode.workspace.isTrusted });
    const files = new WorkspaceDeckFiles(file, folders, decks);
    const { lintDeck } = await this.linter.load();
    const environment = { hasBom: bytes[0] === 0xef, isConfigured: decks.chosenFor(file) !== undefined };
    const findings = await files.settled(
      () => lintDeck(deck, { config, files, environment }),
      () => true,
    );
    return diagnosticsOf(text, findings ?? []);
  }

  /** Findings in files that change outside of the editor must not go stale. */
  #watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(MARKDOWN);
    const again = (file: vscode.Uri) => {
      if (this.#problems.has(file)) void this.#lint(file);
    };
    watcher.onDidChange(again);
    watcher.onDidDelete((file) => this.#problems.delete(file));
    return watcher;
  }

  async #tell(decks: readonly vscode.Uri[]): Promise<void> {
    const found = decks.flatMap((uri) =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE),
    );
    const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    const warnings = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning).length;
    const said =
      found.length === 0
        ? vscode.l10n.t('Decks: {0}. Nothing found.', decks.length)
        : vscode.l10n.t(
            'Decks: {0}. Errors: {1}, warnings: {2}, others: {3}.',
            decks.length,
            errors,
            warnings,
            found.length - errors - warnings,
          );
    const show = vscode.l10n.t('Show Problems');
    const answer = await vscode.window.showInformationMessage(said, ...(found.length > 0 ? [show] : []));
    if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

function unreadable(message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message);
  diagnostic.source = SOURCE;
  diagnostic.code = 'unreadable-file';
  return diagnostic;
}

/** What the file holds, or why it is not read. */
async function readRegularFile(file: vscode.Uri): Promise<Uint8Array | string> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    // A pipe or a device might never end.
    if (!(type & vscode.FileType.File)) return vscode.l10n.t('This is no regular file.');
    if (size > MAX_SIZE) return vscode.l10n.t('This file is larger than {0} MB.', MAX_SIZE / 1024 / 1024);
    return await vscode.workspace.fs.readFile(file);
  } catch {
    return vscode.l10n.t("This file can't be read.");
  }
}

/** Without a byte order mark; null where it is not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

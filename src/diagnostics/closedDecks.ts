import * as vscode from 'vscode';
import { type Config, isIgnored } from '../core/config/config';
import { parseDeck } from '../core/deck/parseDeck';
import { REMOTE_RULES } from '../core/lint/remote/linkRecord';
import type { Finding } from '../core/lint/rule';
import { atOnce } from '../services/atOnce';
import { readDeckFile } from '../services/deckFile';
import { WorkspaceDeckFiles } from '../services/deckFiles';
import { isWithin } from '../services/deckRoot';
import { parseOptions } from '../services/decks';
import { openDocument } from '../services/documentOf';
import { isNeverEntered, MARKDOWN_FILES } from '../services/markdownFiles';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import { diagnosticsOf, SOURCE, unreadable } from './diagnostic';
import type { Linter } from './linter';
import type { Linting } from './linting';

/** Milliseconds in which file events are handled together. */
const GATHERING = 100;
const AT_ONCE = 8;

/** A markdown file that was asked about. */
interface Known {
  readonly uri: vscode.Uri;
  /** One run after the other, so that the latest reading is what is shown. */
  linting: Promise<boolean>;
  /** Whether only what servers answered is of interest. */
  isForLinks: boolean;
  /** Whether it is to be linted again. */
  isDue: boolean;
  config: Config | undefined;
  /** The files around it; none if it is not a deck. */
  files: WorkspaceDeckFiles | undefined;
}

/**
 * Problems of decks that are not open, from the first request on. They follow the deck, the files it names
 * and the configuration. While a deck is open, its own findings count.
 */
export class ClosedDecks implements vscode.Disposable {
  readonly #problems = vscode.languages.createDiagnosticCollection('deckwright-workspace');
  readonly #known = new Map<string, Known>();
  readonly #subscription: vscode.Disposable;
  #watchers: vscode.Disposable | undefined;
  /** Whether files that appear are linted. */
  #coversNew = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly linter: Linter,
    readonly services: Services,
    linting: Linting,
  ) {
    const { configs, folders, lastCommit } = services;
    const { workspace } = vscode;
    this.#subscription = vscode.Disposable.from(
      this.#problems,
      linting.onDidPublish((uri) => this.#problems.delete(uri)),
      linting.onWillClose((uri) => this.#takeOver(uri)),
      workspace.onDidCloseTextDocument((closed) => {
        this.#again(({ uri }) => uri.toString() === closed.uri.toString());
      }),
      folders.onDidChange((file) => this.#again(({ files }) => files?.dependsOn(file) === true)),
      configs.onDidChange(() => this.#again(({ uri, config }) => !!config && configs.of(uri) !== config)),
      lastCommit.onDidChange(() => this.#again(() => true)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.lint.changedSlidesOnly')) this.#again(() => true);
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#again(() => true)),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#forget((uri) => !workspace.getWorkspaceFolder(uri));
        this.#again(() => true);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#watchers?.dispose();
  }

  /** Lints some files, a few at a time, and returns those that are decks. `told` is called after each. */
  async lint(uris: readonly vscode.Uri[], goesOn: () => boolean, told: () => void): Promise<vscode.Uri[]> {
    this.#watchers ??= this.#watch();
    this.#coversNew = true;
    const files = uris.map((uri) => this.#knownOf(uri, false));
    for (const known of files) known.isForLinks = false;
    return this.#lintEach(files, goesOn, told);
  }

  /** Tells what servers answered for the links of some decks, and for those that were linted before all else, too. */
  async lintLinks(uris: readonly vscode.Uri[]): Promise<void> {
    this.#watchers ??= this.#watch();
    await this.#lintEach(uris.map((uri) => this.#knownOf(uri, true)));
  }

  async #lintEach(
    files: readonly Known[],
    goesOn: () => boolean = () => true,
    told: () => void = () => {},
  ): Promise<vscode.Uri[]> {
    const decks: vscode.Uri[] = [];
    const lint = async (known: Known) => {
      if (await this.#lint(known)) decks.push(known.uri);
      told();
    };
    await atOnce(AT_ONCE, files, lint, goesOn);
    return decks;
  }

  /** Stops following everything until the next request. */
  clear(): void {
    this.#watchers?.dispose();
    this.#watchers = undefined;
    this.#coversNew = false;
    this.#forget(() => true);
  }

  keepOnly(files: ReadonlySet<string>): void {
    this.#forget((uri) => !files.has(uri.toString()));
  }

  /** Whether the file is a deck. */
  #lint(known: Known): Promise<boolean> {
    known.linting = known.linting.then(() => this.#lintNow(known));
    return known.linting;
  }

  async #lintNow(known: Known): Promise<boolean> {
    const { uri } = known;
    const isWanted = () => this.#known.get(uri.toString()) === known && !this.#liveDocument(uri);
    try {
      // Its own findings replace what is shown here as soon as there are any.
      const live = this.#liveDocument(uri);
      if (live) return await this.linter.covers(live);
      const diagnostics = await this.#findIn(known, isWanted);
      if (isWanted()) this.#problems.set(uri, diagnostics ?? undefined);
      return diagnostics !== null;
    } catch (error) {
      this.services.log.error(`${uri.path} could not be linted`, error);
      return false;
    }
  }

  #knownOf(uri: vscode.Uri, isForLinks: boolean): Known {
    let known = this.#known.get(uri.toString());
    if (!known) {
      const linting = Promise.resolve(false);
      known = { uri, linting, isForLinks, isDue: false, config: undefined, files: undefined };
      this.#known.set(uri.toString(), known);
    }
    return known;
  }

  /** Null if the file is not a deck, or is gone. */
  async #findIn(known: Known, isWanted: () => boolean): Promise<vscode.Diagnostic[] | null> {
    const { configs, decks, folders } = this.services;
    const { uri } = known;
    await configs.ready(uri);
    const config = configs.of(uri);
    known.config = config;
    known.files = undefined;
    const path = configs.pathOf(uri);
    if (path !== undefined && isIgnored(config, path)) return null;
    const read = await readDeckFile(uri);
    if (!read) return null;
    if (read.text === undefined) return [unreadable(read.problem)];
    const { text, hasBom, problem } = read;
    await decks.ready(uri, text);
    const recognized = decks.recognizeText(uri, text);
    if (!recognized.isDeck) return null;
    // Other files may have any encoding.
    if (problem !== undefined) return [unreadable(problem)];
    const { decidedBy } = recognized;
    const deck = parseDeck(text, parseOptions(recognized));
    const files = new WorkspaceDeckFiles(uri, folders, decks);
    known.files = files;
    const environment = { hasBom, isConfigured: decidedBy !== 'text' };
    const findings = await this.linter.lintText(uri, deck, { config, files, environment }, isWanted);
    const isMeant = ({ rule }: Finding) => !known.isForLinks || REMOTE_RULES.has(rule);
    return diagnosticsOf(text, (findings ?? []).filter(isMeant));
  }

  #watch(): vscode.Disposable {
    const { createFileSystemWatcher } = vscode.workspace;
    const changes = createFileSystemWatcher(MARKDOWN_FILES);
    const again = (file: vscode.Uri) => this.#again(({ uri }) => uri.toString() === file.toString());
    // When a folder goes, there are no events for the files within.
    const deletions = createFileSystemWatcher('**', true, true);
    return vscode.Disposable.from(
      changes,
      changes.onDidCreate((file) => {
        if (this.#coversNew && !isNeverEntered(file.path)) this.#knownOf(file, false);
        again(file);
      }),
      changes.onDidChange(again),
      deletions,
      deletions.onDidDelete((gone) => this.#forget((uri) => isWithin(uri, gone))),
    );
  }

  /** The findings of the open deck are used until the file is read, so that nothing flickers. */
  #takeOver(uri: vscode.Uri): void {
    if (!this.#known.has(uri.toString())) return;
    const shown = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
    this.#problems.set(uri, shown);
    this.#again((known) => known.uri.toString() === uri.toString());
  }

  /** The file's document, if it has findings of its own or is about to. */
  #liveDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
    const open = openDocument(uri);
    if (!open || !this.services.currentSlide.isShown(open)) return undefined;
    return open.isDirty || settings.lintRun(uri) !== 'off' ? open : undefined;
  }

  #again(isMeant: (known: Known) => boolean): void {
    for (const known of this.#known.values()) {
      if (known.isDue || !isMeant(known)) continue;
      known.isDue = true;
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        void this.#lintDue();
      }, GATHERING);
    }
  }

  async #lintDue(): Promise<void> {
    const due = [...this.#known.values()].filter(({ isDue }) => isDue);
    for (const known of due) known.isDue = false;
    await this.#lintEach(due);
  }

  #forget(isMeant: (uri: vscode.Uri) => boolean): void {
    for (const [key, { uri }] of this.#known) {
      if (!isMeant(uri)) continue;
      this.#known.delete(key);
      this.#problems.delete(uri);
    }
  }
}

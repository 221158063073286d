import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import { diagnosticsOf, encodingProblems } from './diagnostic';
import type { Linted, Linter } from './linter';

/** Milliseconds without a keystroke after which a deck is linted; large decks wait longer. */
const TYPING_PAUSE = 200;
/** Milliseconds in which other events are handled together, such as files that appear. */
const GATHERING = 50;
/** The same while a preview measures slide after slide. */
const MEASURING = 500;

const SETTINGS = ['deckwright.lint', 'editor.formatOnSave', 'editor.defaultFormatter'];

interface Watched {
  readonly document: vscode.TextDocument;
  /** Counts events: runs begun before the last one are no longer wanted. */
  generation: number;
  version: number;
  encoding: string;
  isShown: boolean;
  /** When it is linted next. */
  due: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  linted: Linted | null;
}

/**
 * Problems of all open decks, found a moment after the last keystroke. Earlier problems stay and move with
 * the text until there are new ones.
 */
export class Linting implements vscode.Disposable {
  readonly #problems = vscode.languages.createDiagnosticCollection('deckwright');
  readonly #watched = new Map<vscode.TextDocument, Watched>();
  readonly #published = new vscode.EventEmitter<vscode.Uri>();
  readonly #closing = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscription: vscode.Disposable;

  /** The document is no longer visible; its problems go once everybody knows. */
  readonly onWillClose = this.#closing.event;

  /** The document has problems of its own now, or is known to have none. */
  readonly onDidPublish = this.#published.event;

  constructor(
    readonly linter: Linter,
    readonly services: Services,
  ) {
    const { currentSlide, decks, folders, lastCommit, lostFiles, overflows } = services;
    const { workspace } = vscode;
    this.#subscription = vscode.Disposable.from(
      this.#problems,
      this.#published,
      this.#closing,
      decks.onDidChange((document) => this.#onDocument(document)),
      folders.onDidChange((file) => this.#onFile(file)),
      currentSlide.onDidChangeShown(() => {
        this.#again(({ document, isShown }) => currentSlide.isShown(document) !== isShown);
      }),
      lostFiles.onDidChange((isMeant) => this.#again(({ document }) => isMeant(document.uri))),
      overflows.onDidChange((uri) => {
        this.#again(({ document }) => document.uri.toString() === uri.toString(), MEASURING);
      }),
      lastCommit.onDidChange(() => this.#again(({ document }) => settings.changedSlidesOnly(document.uri))),
      workspace.onDidChangeTextDocument(({ document }) => this.#onEncoding(document)),
      workspace.onDidSaveTextDocument((saved) => this.#again(({ document }) => document === saved)),
      workspace.onDidChangeWorkspaceFolders(() => {
        for (const document of this.#watched.keys()) linter.forget(document);
        this.#again(() => true);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((name) => event.affectsConfiguration(name))) this.#again(() => true);
      }),
    );
    for (const document of workspace.textDocuments) this.#onDocument(document);
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const { timer } of this.#watched.values()) clearTimeout(timer);
    this.#watched.clear();
  }

  /** What is wrong in the document as it is now; null if it should not be linted. */
  async now(document: vscode.TextDocument): Promise<Linted | null> {
    const known = this.#watched.get(document)?.linted;
    if (known && known.deck === this.services.decks.deckOf(document)) return known;
    return (await this.linter.covers(document)) ? this.linter.lint(document, known ?? null) : null;
  }

  /** Lints all open decks once more: more is known than what they and their files say. */
  refresh(): void {
    this.#again(() => true);
  }

  #onDocument(document: vscode.TextDocument): void {
    if (document.isClosed) this.#close(document);
    else if (document.languageId === 'markdown') this.#onText(document);
    this.#again(
      (other) => other.document !== document && this.linter.readsText(other.document, document.uri),
    );
  }

  #onText(document: vscode.TextDocument): void {
    let watched = this.#watched.get(document);
    if (!watched) {
      const { version, encoding } = document;
      const isShown = this.services.currentSlide.isShown(document);
      watched = {
        document,
        generation: 0,
        version,
        encoding,
        isShown,
        due: 0,
        timer: undefined,
        linted: null,
      };
      this.#watched.set(document, watched);
      this.services.lostFiles.watch(document.uri);
    }
    const isTyped = watched.version !== document.version;
    watched.version = document.version;
    if (isTyped) this.#schedule(watched, Math.max(TYPING_PAUSE, 2 * (watched.linted?.cost ?? 0)), true);
    else this.#schedule(watched, GATHERING);
  }

  /**
   * Not on every change without text: the first key after saving causes one, and linting would start too
   * soon.
   */
  #onEncoding(document: vscode.TextDocument): void {
    const watched = this.#watched.get(document);
    if (!watched || watched.encoding === document.encoding) return;
    watched.encoding = document.encoding;
    this.#schedule(watched, GATHERING);
  }

  #onFile(file: vscode.Uri): void {
    this.#again(({ document }) => {
      // Saving the deck itself changes nothing that it names.
      return document.uri.toString() !== file.toString() && this.linter.dependsOn(document, file);
    });
  }

  #again(isMeant: (watched: Watched) => boolean, delay = GATHERING): void {
    for (const watched of this.#watched.values()) if (isMeant(watched)) this.#schedule(watched, delay);
  }

  /** An earlier time stays, unless linting is to be postponed. */
  #schedule(watched: Watched, delay: number, putOff = false): void {
    watched.generation++;
    const due = Date.now() + delay;
    if (watched.timer !== undefined && watched.due <= due && !putOff) return;
    clearTimeout(watched.timer);
    watched.due = due;
    watched.timer = setTimeout(() => {
      watched.timer = undefined;
      this.#lint(watched).catch((error) => this.services.log.error('A deck could not be linted', error));
    }, delay);
  }

  async #lint(watched: Watched): Promise<void> {
    const { document, generation } = watched;
    watched.isShown = this.services.currentSlide.isShown(document);
    if (!watched.isShown) {
      if (watched.linted) this.#drop(document);
      watched.linted = null;
      return;
    }
    const run = settings.lintRun(document.uri);
    const isCovered = run !== 'off' && (await this.linter.covers(document));
    if (watched.generation !== generation) return;
    if (!isCovered) {
      this.#publish(watched, null);
      return;
    }
    if (run === 'save' && document.isDirty) return;
    const isWanted = () => watched.generation === generation;
    const linted = await this.linter.lint(document, watched.linted, isWanted);
    if (linted?.version !== document.version || watched.generation !== generation) return;
    this.#publish(watched, linted);
  }

  #publish(watched: Watched, linted: Linted | null): void {
    const { document } = watched;
    watched.linted = linted;
    const problems = linted
      ? [...encodingProblems(document), ...diagnosticsOf(linted.deck.text, linted.findings)]
      : [];
    if (problems.length > 0) this.#problems.set(document.uri, problems);
    else if (this.#problems.has(document.uri)) this.#problems.delete(document.uri);
    this.#published.fire(document.uri);
  }

  #close(document: vscode.TextDocument): void {
    const watched = this.#watched.get(document);
    clearTimeout(watched?.timer);
    if (watched) watched.generation++;
    this.#watched.delete(document);
    this.linter.forget(document);
    this.#drop(document);
  }

  #drop({ uri }: vscode.TextDocument): void {
    this.#closing.fire(uri);
    this.#problems.delete(uri);
  }
}

import type * as vscode from 'vscode';
import type * as Bundle from '../bundles/linter';
import { type Config, isIgnored } from '../core/config/config';
import type { Deck } from '../core/deck/deck';
import type { LintInput } from '../core/lint/lintDeck';
import type { RemoteLink } from '../core/lint/remote/linksIn';
import type { Finding } from '../core/lint/rule';
import type { Span } from '../core/text/spans';
import { WorkspaceDeckFiles } from '../services/deckFiles';
import { isOfUser } from '../services/documentFile';
import { inTurns } from '../services/inTurns';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import { environmentOf, type Measured, overflowIn } from './environment';
import { ServerAnswers } from './remote/serverAnswers';

/** What was found in one version of a document. */
export interface Linted {
  readonly version: number;
  readonly deck: Deck;
  readonly findings: readonly Finding[];
  readonly overflow: Measured;
  /** How many milliseconds it took, not counting waits. */
  readonly cost: number;
}

/** Which of a deck's findings, or of other places in it, are of interest. */
type Interest = <Place extends { readonly span: Span }>(
  deck: Deck,
  all: readonly Place[],
) => readonly Place[];

/** Finds what is wrong in open decks, with the engine of the command line. */
export class Linter {
  readonly answers: ServerAnswers;
  readonly #files = new WeakMap<vscode.TextDocument, WorkspaceDeckFiles>();

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    storage: vscode.Uri,
  ) {
    this.answers = new ServerAnswers(storage, () => this.load());
  }

  /** The engine, loaded on first use. */
  load(): Promise<typeof Bundle> {
    return loadBundle<typeof Bundle>(this.extensionUri, 'linter.js');
  }

  /** Whether the document is a deck that somebody could edit and that the configuration does not ignore. */
  async covers(document: vscode.TextDocument): Promise<boolean> {
    const { configs, decks, lostFiles } = this.services;
    // An old version can't be fixed, and in a diff everything would be listed twice.
    if (document.languageId !== 'markdown' || !isOfUser(document.uri)) return false;
    if (await lostFiles.isLost(document)) return false;
    await decks.ready(document.uri, document.getText());
    const path = configs.pathOf(document.uri);
    const ignored = path !== undefined && isIgnored(configs.of(document.uri), path);
    return !ignored && !document.isClosed && decks.isDeck(document);
  }

  /** `before` is what was found last. Null if `goesOn` says that the result is no longer wanted. */
  async lint(
    document: vscode.TextDocument,
    before: Linted | null,
    goesOn = () => true,
  ): Promise<Linted | null> {
    const { configs, decks, overflows } = this.services;
    const { lintDeck, lintSlides } = await this.load();
    await this.answers.load();
    const config = () => configs.of(document.uri);
    await inTurns(() => lintSlides(decks.deckOf(document), config()), goesOn);
    const files = this.#filesOf(document);
    const ofInterest = await this.#interest(document.uri);
    const look = (): Linted => {
      const start = performance.now();
      const deck = decks.deckOf(document);
      const overflow = overflowIn(
        deck,
        overflows.measured(document),
        overflows.isMeasuring(document) ? before : null,
      );
      const environment = environmentOf(document, this.services, overflow, this.answers);
      const findings = ofInterest(deck, lintDeck(deck, { config: config(), files, environment }));
      return { version: document.version, deck, findings, overflow, cost: performance.now() - start };
    };
    return files.settled(look, () => goesOn() && !document.isClosed);
  }

  /** Lints a deck that is not open, taking the files around it into account. Null if `goesOn` says no. */
  async lintText(
    uri: vscode.Uri,
    deck: Deck,
    input: LintInput & { readonly files: WorkspaceDeckFiles },
    goesOn: () => boolean,
  ): Promise<readonly Finding[] | null> {
    const { lintDeck, lintSlides } = await this.load();
    await this.answers.load();
    await inTurns(() => lintSlides(deck, input.config), goesOn);
    const ofInterest = await this.#interest(uri);
    const environment = { ...input.environment, remoteLink: this.answers.of };
    return input.files.settled(() => ofInterest(deck, lintDeck(deck, { ...input, environment })), goesOn);
  }

  /** The links for which servers are asked when the user wants that. */
  async linksIn(uri: vscode.Uri, deck: Deck, config: Config): Promise<readonly RemoteLink[]> {
    const { linksIn } = await this.load();
    const ofInterest = await this.#interest(uri);
    return ofInterest(deck, linksIn(deck, config));
  }

  /** Runs the linter over another text of the document, with what is known of the files around it. */
  async relint(document: vscode.TextDocument): Promise<(deck: Deck) => readonly Finding[]> {
    const { lintDeck } = await this.load();
    const config: Config = this.services.configs.of(document.uri);
    const overflow = this.services.overflows.measured(document);
    const environment = environmentOf(document, this.services, overflow, this.answers);
    const ofInterest = await this.#interest(document.uri);
    return (deck) =>
      ofInterest(deck, lintDeck(deck, { config, files: this.#filesOf(document), environment }));
  }

  /** What leaves out findings on slides that are as they were in the last commit, if the user wants that. */
  async #interest(uri: vscode.Uri): Promise<Interest> {
    const before = settings.changedSlidesOnly(uri) ? await this.services.lastCommit.deckOf(uri) : undefined;
    if (before === undefined) return (_, all) => all;
    const { onChangedSlides } = await this.load();
    return (deck, all) => all.filter(onChangedSlides(deck, before ? [before] : []));
  }

  /** Whether findings in the document depend on this file, or on its absence. */
  dependsOn(document: vscode.TextDocument, file: vscode.Uri): boolean {
    return this.#files.get(document)?.dependsOn(file) === true;
  }

  /** Whether findings in the document depend on the text of this file. */
  readsText(document: vscode.TextDocument, file: vscode.Uri): boolean {
    return this.#files.get(document)?.readsText(file) === true;
  }

  forget(document: vscode.TextDocument): void {
    this.#files.delete(document);
  }

  #filesOf(document: vscode.TextDocument): WorkspaceDeckFiles {
    let files = this.#files.get(document);
    if (!files) {
      files = new WorkspaceDeckFiles(document.uri, this.services.folders, this.services.decks);
      this.#files.set(document, files);
    }
    return files;
  }
}

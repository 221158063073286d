import * as vscode from 'vscode';
import { documentName } from '../services/documentFile';
import { tellFailure } from '../services/failures';
import type { Services } from '../services/services';
import { FileFollower } from '../slides/fileFollower';
import { Comparison } from './comparison';
import { NoVersion, type Version } from './versions';

/** All decks that are compared. */
export class Comparisons implements vscode.Disposable {
  readonly #comparisons = new Set<Comparison>();
  /** The one that shows removed slides. */
  #ofRemoved: Promise<Comparison | undefined> = Promise.resolve(undefined);
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#subscriptions = [
      new FileFollower(services, () => this.#comparisons),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#each((comparison) => comparison.loadPage())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.preview.remotePictures'))
          this.#each((comparison) => comparison.loadPage());
        if (event.affectsConfiguration('deckwright.preview.shape'))
          this.#each((comparison) => comparison.renderingsStale());
      }),
      services.configs.onDidChange(() => this.#each((comparison) => comparison.renderingsStale())),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#comparisons).dispose();
  }

  /** The comparison whose panel is active. */
  get active(): Comparison | undefined {
    return [...this.#comparisons].find(({ active }) => active);
  }

  /** Shows a slide that only the version has, by its index there. */
  async showRemoved(document: vscode.TextDocument, version: Version, index: number): Promise<void> {
    this.#ofRemoved = this.#ofRemoved.then((known) =>
      known?.document === document && this.#comparisons.has(known) ? known : this.compare(document, version),
    );
    const comparison = await this.#ofRemoved;
    comparison?.panel.reveal();
    comparison?.chooseRemoved(index);
  }

  /**
   * Compares a deck with a version of it or with another deck. If that can't be done, the user is told why, and nothing
   * is returned.
   */
  async compare(document: vscode.TextDocument, version: Version): Promise<Comparison | undefined> {
    try {
      const past = await version.open();
      const panel = vscode.window.createWebviewPanel(Comparison.viewType, '', vscode.ViewColumn.Active);
      const comparison = new Comparison(panel, document, version, past, this.extensionUri, this.services);
      this.#comparisons.add(comparison);
      const registration = this.services.currentSlide.add(comparison);
      comparison.onDidClose(() => {
        this.#comparisons.delete(comparison);
        registration.dispose();
      });
      return comparison;
    } catch (error) {
      if (error instanceof NoVersion) void vscode.window.showInformationMessage(error.message);
      else {
        tellFailure(Promise.reject(error), this.services.log, (reason) =>
          vscode.l10n.t('{0} could not be compared: {1}', documentName(document), reason),
        );
      }
      return undefined;
    }
  }

  #each(act: (comparison: Comparison) => void): void {
    for (const comparison of this.#comparisons) act(comparison);
  }
}

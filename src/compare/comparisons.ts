import * as vscode from 'vscode';
import { reasonOf } from '../services/failures';
import type { Services } from '../services/services';
import { isInTab } from '../services/tabs';
import { FileFollower } from '../slides/fileFollower';
import { showSentence } from '../slides/sentencePage';
import { Comparison, type Opened } from './comparison';
import { readSavedVersions, type SavedVersion, type SavedVersions, type SideName } from './messages';
import { savedVersion } from './savedVersion';
import { NoVersion, type Version } from './versions';

/** Two versions of a deck, or two decks. */
export type Versions = Readonly<Record<SideName, Version>>;

/** All decks that are compared. */
export class Comparisons implements vscode.Disposable, vscode.WebviewPanelSerializer {
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

  /** Shows a slide that a deck no longer has, by its index in the chosen earlier version. */
  async showRemoved(deck: vscode.Uri, choose: () => Promise<Versions>, index: number): Promise<void> {
    const isOfDeck = ({ document }: Comparison) => document.uri.toString() === deck.toString();
    this.#ofRemoved = this.#ofRemoved.then((known) =>
      known && this.#comparisons.has(known) && isOfDeck(known) ? known : this.compare(choose),
    );
    const comparison = await this.#ofRemoved;
    comparison?.panel.reveal();
    comparison?.chooseRemoved(index);
  }

  /** Compares the chosen versions in a new panel. If that can't be done, the user is told why, and nothing is returned. */
  async compare(choose: () => Promise<Versions | undefined>): Promise<Comparison | undefined> {
    try {
      const versions = await choose();
      const opened = versions && (await open(versions));
      if (!opened) return undefined;
      const panel = vscode.window.createWebviewPanel(Comparison.viewType, '', vscode.ViewColumn.Active);
      return this.#add(panel, opened);
    } catch (error) {
      if (error instanceof NoVersion) void vscode.window.showInformationMessage(error.message);
      else void vscode.window.showErrorMessage(this.#failure(error));
      return undefined;
    }
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const saved = readSavedVersions(state);
    // Nothing is left of the clipboard, nor of an untitled deck without its editor.
    if (!saved || [saved.before, saved.after].some(isClosed)) {
      panel.dispose();
      return;
    }
    try {
      this.#add(panel, await open(await versionsOf(saved)));
    } catch (error) {
      showSentence(
        panel,
        this.extensionUri,
        error instanceof NoVersion ? error.message : this.#failure(error),
      );
    }
  }

  #add(panel: vscode.WebviewPanel, opened: Opened): Comparison {
    const comparison = new Comparison(panel, opened, this.extensionUri, this.services);
    this.#comparisons.add(comparison);
    const registration = this.services.currentSlide.add(comparison);
    comparison.onDidClose(() => {
      this.#comparisons.delete(comparison);
      registration.dispose();
    });
    return comparison;
  }

  #failure(error: unknown): string {
    this.services.log.error(String(error));
    return vscode.l10n.t('The slides could not be compared: {0}', reasonOf(error));
  }

  #each(act: (comparison: Comparison) => void): void {
    for (const comparison of this.#comparisons) act(comparison);
  }
}

async function open({ before, after }: Versions): Promise<Opened> {
  return {
    before: { version: before, past: await before.open() },
    after: { version: after, past: await after.open() },
  };
}

async function versionsOf({ before, after }: SavedVersions): Promise<Versions> {
  return { before: await savedVersion(before), after: await savedVersion(after) };
}

function isClosed({ uri }: SavedVersion): boolean {
  const parsed = vscode.Uri.parse(uri);
  return parsed.scheme === 'untitled' && !isInTab(parsed);
}

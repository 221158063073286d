import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { tellFailure } from '../services/failures';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import { isInTab } from '../services/tabs';
import { activated } from '../slides/activated';
import { FileFollower } from '../slides/fileFollower';
import { readPresentState } from './messages';
import type { PanelKind } from './pages';
import { Presentation, type Start, startOn } from './presentation';
import { showRehearsal } from './rehearsed';

/** The types of the panels. */
export const VIEW_TYPES: Readonly<Record<PanelKind, string>> = {
  audience: 'deckwright.audience',
  presenter: 'deckwright.presenter',
};

/** All decks that are presented. */
export class Presentations implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #presentations = new Set<Presentation>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#subscriptions = [
      new FileFollower(services, () => this.#presentations),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#loadPages()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.preview.remotePictures')) this.#loadPages();
        if (event.affectsConfiguration('deckwright.preview.shape')) this.#renderingsStale();
      }),
      services.configs.onDidChange(() => this.#renderingsStale()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#presentations).dispose();
  }

  /**
   * Shows a deck to an audience, from this slide on: the slides in a window of their own, or in a column where
   * there can't be one, and the presenter's panel here. A panel that was closed comes back where the other is.
   */
  async present(document: vscode.TextDocument, slide: Pick<Slide, 'h' | 'v'>): Promise<void> {
    const present = this.#of(document.uri);
    if (!present) this.#tellConflict(document);
    const presentation = present ?? this.#start(document, startOn(slide));
    if (present && !present.active) present.goTo(slide);
    const audience = presentation.panel('audience');
    this.#open(presentation, 'presenter', vscode.ViewColumn.Active);
    if (audience) audience.reveal();
    else await this.#openAudience(presentation);
  }

  /** Times how long each slide is shown, from the first on, in the presenter's panel. */
  rehearse(document: vscode.TextDocument): void {
    const presentation = this.#of(document.uri) ?? this.#start(document, startOn({ h: 0, v: 0 }));
    presentation.rehearse();
    this.#open(presentation, 'presenter', vscode.ViewColumn.Active);
  }

  #open(presentation: Presentation, kind: PanelKind, column: vscode.ViewColumn): vscode.WebviewPanel {
    const open = presentation.panel(kind);
    if (open) {
      open.reveal();
      return open;
    }
    const panel = vscode.window.createWebviewPanel(VIEW_TYPES[kind], '', column);
    presentation.add(kind, panel);
    return panel;
  }

  async #openAudience(presentation: Presentation): Promise<void> {
    const panel = this.#open(presentation, 'audience', vscode.ViewColumn.Beside);
    await activated(panel);
    // Where there can't be another window, it stays where it is.
    await vscode.commands.executeCommand('workbench.action.moveEditorToNewWindow');
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const restored = readPresentState(state);
    try {
      if (!restored) throw new Error('no document');
      const uri = vscode.Uri.parse(restored.document, true);
      // Asking for an untitled document that is closed would make a new one.
      if (uri.scheme === 'untitled' && !isInTab(uri)) throw new Error('no text');
      const document = await vscode.workspace.openTextDocument(uri);
      const kind = panel.viewType === VIEW_TYPES.audience ? 'audience' : 'presenter';
      (this.#of(document.uri) ?? this.#start(document, restored)).add(kind, panel);
    } catch (error) {
      this.services.log.warn('A presentation could not be restored', String(error));
      panel.dispose();
    }
  }

  /** The audience sees both sides. */
  #tellConflict(document: vscode.TextDocument): void {
    if (this.services.decks.deckOf(document).conflicts.length === 0) return;
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} has a merge conflict. The slides of both sides are shown.', plainName(document.uri)),
    );
  }

  #of(document: vscode.Uri): Presentation | undefined {
    return [...this.#presentations].find((each) => each.document.uri.toString() === document.toString());
  }

  #start(document: vscode.TextDocument, start: Start): Presentation {
    const presentation = new Presentation(document, start, this.extensionUri, this.services);
    this.#presentations.add(presentation);
    const registration = this.services.currentSlide.add(presentation);
    presentation.onDidRehearse((rehearsed) => {
      tellFailure(showRehearsal(rehearsed, this.services), this.services.log, (reason) =>
        vscode.l10n.t('The times of the rehearsal could not be shown: {0}', reason),
      );
    });
    presentation.onDidEnd(() => {
      this.#presentations.delete(presentation);
      registration.dispose();
    });
    return presentation;
  }

  #renderingsStale(): void {
    for (const presentation of this.#presentations) presentation.renderingsStale();
  }

  #loadPages(): void {
    for (const presentation of this.#presentations) presentation.loadPages();
  }
}

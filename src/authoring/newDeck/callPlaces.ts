import * as vscode from 'vscode';
import { kindsOfCalls, lastOfKind } from '../../core/community/calls';
import { parent } from '../../services/deckRoot';
import type { Services } from '../../services/services';
import { activeFolder, isWritable } from '../../services/whereDecksAre';
import { type DatedDecks, dateOf, type FoundDeck, foundDeck } from '../datedDecks';

/** What a new deck is for, where it goes, and which earlier deck it is modeled on. */
export interface CallPlace {
  readonly kind: string;
  /** Undefined if no folder is open. */
  readonly folder: vscode.Uri | undefined;
  readonly lastDeck: vscode.Uri | undefined;
}

/** What the user chose instead of the proposal; null for no earlier deck. */
export interface Chosen {
  readonly folder?: vscode.Uri;
  readonly lastDeck?: vscode.Uri | null;
}

/** Finds the places for new decks, based on the existing decks. The search ends when this is disposed. */
export class CallPlaces implements vscode.Disposable {
  readonly #canceller = new vscode.CancellationTokenSource();
  readonly #activeFolder: vscode.Uri | undefined;
  /** The deck that the user works on, in an editor or a preview. */
  readonly #open: FoundDeck | undefined;
  #found: Promise<FoundDeck[]>;

  constructor(
    readonly services: Services,
    readonly datedDecks: DatedDecks,
  ) {
    this.#activeFolder = activeFolder(services.currentSlide);
    this.#open = openDeck(services);
    this.#found = datedDecks.inWorkspace(this.#canceller.token);
    if (this.#activeFolder) this.lookInto(this.#activeFolder);
  }

  dispose(): void {
    this.#canceller.cancel();
    this.#canceller.dispose();
  }

  /** Takes a folder's decks into account; it need not be in the workspace. */
  lookInto(folder: vscode.Uri): void {
    const { token } = this.#canceller;
    this.#found = Promise.all([this.#found, this.datedDecks.inFolder(folder, token)]).then(
      ([known, others]) => {
        const isKnown = ({ uri }: FoundDeck) => known.some((deck) => deck.uri.toString() === uri.toString());
        return [...known, ...others.filter((deck) => !isKnown(deck))];
      },
    );
  }

  /** The kinds that always exist, before anything is found. */
  get kinds(): string[] {
    return kindsOfCalls([], this.#open?.kind ?? '');
  }

  /** A place for each kind, the likeliest first. */
  async all(chosen: Chosen): Promise<CallPlace[]> {
    const found = await this.#found;
    return kindsOfCalls(found, this.#open?.kind ?? '').map((kind) => this.#place(kind, found, chosen));
  }

  async of(kind: string): Promise<CallPlace> {
    return this.#place(kind, await this.#found, {});
  }

  /** All decks that were found, the latest first. */
  async decks(): Promise<FoundDeck[]> {
    return (await this.#found).toSorted((a, b) => (a.date < b.date ? 1 : -1));
  }

  #place(kind: string, found: readonly FoundDeck[], chosen: Chosen): CallPlace {
    const proposed = lastOfKind(found, kind, chosen.folder?.toString(true) ?? this.#worksIn(found))?.uri;
    return {
      kind,
      folder: chosen.folder ?? (proposed && isWritable(proposed) ? parent(proposed) : this.#anyFolder()),
      lastDeck: chosen.lastDeck === undefined ? proposed : (chosen.lastDeck ?? undefined),
    };
  }

  #worksIn(found: readonly FoundDeck[]): string | undefined {
    const active = this.#activeFolder?.toString(true);
    return found.some(({ folder }) => folder === active) ? active : this.#open?.folder;
  }

  #anyFolder(): vscode.Uri | undefined {
    const roots = vscode.workspace.workspaceFolders ?? [];
    return this.#activeFolder ?? (roots.find(({ uri }) => isWritable(uri)) ?? roots[0])?.uri;
  }
}

/** Undefined if the visible deck is not named after its day: a talk, for instance. */
function openDeck({ currentSlide }: Services): FoundDeck | undefined {
  const shown = currentSlide.get();
  const isSeen = shown?.active || (shown && currentSlide.editorOf(shown.document));
  if (!shown || !isSeen || shown.document.isUntitled) return undefined;
  const { uri } = shown.document;
  const date = dateOf(uri);
  return date === undefined ? undefined : foundDeck(uri, date, shown.deck);
}

import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import type { Extent } from '../core/lint/fixAll';
import type { TextEdit } from '../core/text/textEdits';
import { parseOptions } from '../services/decks';
import { openDocument } from '../services/documentOf';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import { offerUndo } from '../services/undo';
import { rangesIn } from './diagnostic';
import type { Linter } from './linter';
import type { Linting } from './linting';

/** What fix-all would do to one version of a document. */
interface Repair {
  readonly deck: Deck;
  readonly edits: readonly TextEdit[];
  /** How many problems the edits fix. */
  readonly count: number;
}

/** Fixes everything in a deck that can be fixed without asking, as one edit. */
export class FixAll {
  constructor(
    readonly linting: Linting,
    readonly linter: Linter,
    readonly services: Services,
  ) {}

  /** The edits for the document as it is now; null if it is not linted, or was changed in the meantime. */
  async edits(document: vscode.TextDocument, extent: Extent): Promise<vscode.TextEdit[] | null> {
    const repair = await this.#repair(document, extent);
    if (!repair) return null;
    const rangeOf = rangesIn(repair.deck.text);
    return repair.edits.map(({ span, newText }) => new vscode.TextEdit(rangeOf(span), newText));
  }

  /** The commands: for one deck, or for the one the user works in, possibly in its preview. */
  async run(extent: Extent, uri?: vscode.Uri): Promise<void> {
    const document = uri ? openDocument(uri) : this.#activeDeck();
    if (document && !(await this.services.deckEdits.mayEdit(document))) return;
    const repair = document && (await this.#repair(document, extent));
    if (!document || !repair) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no deck in the active editor.'));
    } else if (repair.count === 0) {
      const more = extent === 'safe' ? await this.#repair(document, 'visible') : null;
      void this.#sayNothingToFix(document, (more?.count ?? 0) > 0);
    } else {
      const { deck, edits, count } = repair;
      const done = await this.services.deckEdits.apply(document, (now) =>
        now.text === deck.text ? { edits, slides: [] } : { refusal: 'changed' },
      );
      if (done) void offerUndo(document, fixed(count, plainName(document.uri)));
    }
  }

  #activeDeck(): vscode.TextDocument | undefined {
    const current = this.services.currentSlide.get();
    return current?.active ? current.document : undefined;
  }

  async #repair(document: vscode.TextDocument, extent: Extent): Promise<Repair | null> {
    const linted = await this.linting.now(document);
    if (!linted) return null;
    const { fixAll } = await this.linter.load();
    const relint = await this.linter.relint(document);
    if (linted.version !== document.version) return null;
    const options = parseOptions(linted.deck);
    let deck: Deck = linted.deck;
    const lint = (text: string) => {
      if (text === linted.deck.text) return linted.findings;
      // What is known of the remaining slides is still valid.
      deck = parseDeck(text, options, deck);
      return relint(deck);
    };
    const { edits, count } = fixAll(linted.deck.text, lint, extent);
    return { deck: linted.deck, edits, count };
  }

  async #sayNothingToFix(document: vscode.TextDocument, hasVisible: boolean): Promise<void> {
    const name = plainName(document.uri);
    if (!hasVisible) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing in {0} can be fixed safely.', name));
      return;
    }
    const message = vscode.l10n.t('Nothing in {0} can be fixed without changing how its slides look.', name);
    const fixVisible = vscode.l10n.t('Fix All, Including What Shows');
    const answer = await vscode.window.showInformationMessage(message, fixVisible);
    if (answer === fixVisible) await this.run('visible', document.uri);
  }
}

function fixed(count: number, name: string): string {
  return count === 1
    ? vscode.l10n.t('1 problem fixed in {0}.', name)
    : vscode.l10n.t('{0} problems fixed in {1}.', count, name);
}

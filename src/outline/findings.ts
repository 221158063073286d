import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { slideAt } from '../core/summary/slideAt';
import { countProblems } from './words';

const SOURCE = 'deckwright';

/** VS Code would leave some out if there were more at once. */
const MAX_ANNOUNCED = 200;

interface SlideFindings {
  readonly severity: vscode.DiagnosticSeverity;
  readonly messages: readonly string[];
}

const COLORS: Partial<Record<vscode.DiagnosticSeverity, string>> = {
  [vscode.DiagnosticSeverity.Error]: 'list.errorForeground',
  [vscode.DiagnosticSeverity.Warning]: 'list.warningForeground',
};

/**
 * Badge and color of the slides that have findings, from this extension's diagnostics, whatever their source.
 * They stay with their slides while the deck is edited, until there are new ones.
 */
export class Findings implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  #bySlide = new Map<string, SlideFindings>();

  dispose(): void {
    this.#changed.dispose();
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const found = this.#bySlide.get(uri.toString());
    if (!found) return undefined;
    const { severity, messages } = found;
    const count = messages.length;
    const color = COLORS[severity];
    return new vscode.FileDecoration(
      count > 9 ? '9+' : String(count),
      countProblems(count),
      color ? new vscode.ThemeColor(color) : undefined,
    );
  }

  /** Reads the diagnostics of a deck again. Returns the addresses of slides whose findings have changed. */
  read(document: vscode.TextDocument, deck: Deck, resourceOf: (slide: Slide) => vscode.Uri): Set<string> {
    const before = this.#bySlide;
    this.#bySlide = new Map();
    for (const { source, severity, message, range } of vscode.languages.getDiagnostics(document.uri)) {
      // Hints are shown only on request.
      if (source !== SOURCE || severity === vscode.DiagnosticSeverity.Hint) continue;
      const key = resourceOf(slideAt(deck, document.offsetAt(range.start))).toString();
      const found = this.#bySlide.get(key) ?? { severity, messages: [] };
      // The worst severity has the lowest number.
      this.#bySlide.set(key, {
        severity: Math.min(found.severity, severity),
        messages: [...found.messages, message],
      });
    }
    const keys = [...before.keys(), ...this.#bySlide.keys()];
    const changed = new Set(keys.filter((key) => !areSame(before.get(key), this.#bySlide.get(key))));
    this.#announce([...changed]);
    return changed;
  }

  #announce(changed: readonly string[]): void {
    if (changed.length === 0) return;
    this.#changed.fire(
      changed.length > MAX_ANNOUNCED ? undefined : changed.map((key) => vscode.Uri.parse(key)),
    );
  }

  messagesOf(uri: vscode.Uri): readonly string[] {
    return this.#bySlide.get(uri.toString())?.messages ?? [];
  }
}

function areSame(one: SlideFindings | undefined, other: SlideFindings | undefined): boolean {
  return one?.severity === other?.severity && one?.messages.length === other?.messages.length;
}

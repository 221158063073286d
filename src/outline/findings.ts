import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { slideAt } from '../core/summary/slideAt';
import { Badges } from './badges';
import { countProblems } from './words';

const SOURCE = 'deckwright';

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
export class Findings implements vscode.Disposable {
  readonly badges = new Badges<SlideFindings>(decorationOf, areSame);

  dispose(): void {
    this.badges.dispose();
  }

  /** Reads the diagnostics of a deck again. Returns the addresses of slides whose findings have changed. */
  read(
    document: vscode.TextDocument,
    deck: Deck,
    resourceOf: (slide: Slide) => vscode.Uri,
  ): ReadonlySet<string> {
    const bySlide = new Map<string, SlideFindings>();
    for (const { source, severity, message, range } of vscode.languages.getDiagnostics(document.uri)) {
      // Hints are shown only on request.
      if (source !== SOURCE || severity === vscode.DiagnosticSeverity.Hint) continue;
      const key = resourceOf(slideAt(deck, document.offsetAt(range.start))).toString();
      const found = bySlide.get(key) ?? { severity, messages: [] };
      // The worst severity has the lowest number.
      bySlide.set(key, {
        severity: Math.min(found.severity, severity),
        messages: [...found.messages, message],
      });
    }
    return this.badges.replace(bySlide);
  }

  messagesOf(uri: vscode.Uri): readonly string[] {
    return this.badges.of(uri)?.messages ?? [];
  }
}

function decorationOf({ severity, messages }: SlideFindings): vscode.FileDecoration {
  const count = messages.length;
  const color = COLORS[severity];
  return new vscode.FileDecoration(
    count > 9 ? '9+' : String(count),
    countProblems(count),
    color ? new vscode.ThemeColor(color) : undefined,
  );
}

function areSame(one: SlideFindings | undefined, other: SlideFindings | undefined): boolean {
  return one?.severity === other?.severity && one?.messages.length === other?.messages.length;
}

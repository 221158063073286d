import * as vscode from 'vscode';
import { isSameMark, type SlideMark } from '../core/compare/deckChanges';
import type { Services } from '../services/services';
import { Badges } from './badges';
import { type Entry, isSlide } from './slideTree';
import { markInWords } from './words';

export const REMOVED_COLOR = 'gitDecoration.deletedResourceForeground';

/** How an entry differs from the last commit. */
type Change = SlideMark | 'removed';

/**
 * Badges of slides that changed since the last commit, with the letters and colors that VS Code has for files. They
 * stay with their slides while the deck is edited.
 */
export class ChangeBadges implements vscode.Disposable {
  readonly #badges = new Badges<Change>(decorationOf, areSame);

  constructor(readonly services: Services) {}

  dispose(): void {
    this.#badges.dispose();
  }

  /** Reads again what changed. Returns the addresses of the slides for which it is something else. */
  read(
    document: vscode.TextDocument,
    entries: Iterable<Entry>,
    resourceOf: (entry: Entry) => vscode.Uri,
  ): ReadonlySet<string> {
    const byEntry = new Map<string, Change>();
    for (const entry of entries) {
      const change = isSlide(entry) ? this.services.changedSlides.markOf(document, entry.slide) : 'removed';
      if (change) byEntry.set(resourceOf(entry).toString(), change);
    }
    return this.#badges.replace(byEntry);
  }
}

/** The color of a slide's badge, and of the words about it. */
export function colorOf({ isAdded, isMoved, aspects }: SlideMark): string {
  if (isAdded) return 'gitDecoration.addedResourceForeground';
  return isMoved && aspects.length === 0
    ? 'gitDecoration.renamedResourceForeground'
    : 'gitDecoration.modifiedResourceForeground';
}

function decorationOf(change: Change): vscode.FileDecoration {
  if (change === 'removed')
    return new vscode.FileDecoration('D', vscode.l10n.t('removed'), new vscode.ThemeColor(REMOVED_COLOR));
  const { isAdded, isMoved, aspects } = change;
  const letters = isAdded ? 'A' : `${aspects.length > 0 ? 'M' : ''}${isMoved ? '↕' : ''}`;
  return new vscode.FileDecoration(letters, markInWords(change), new vscode.ThemeColor(colorOf(change)));
}

function areSame(one: Change | undefined, other: Change | undefined): boolean {
  if (one === 'removed' || other === 'removed') return one === other;
  return isSameMark(one, other);
}

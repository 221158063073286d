import * as vscode from 'vscode';
import {
  type DeckComparison,
  type ShownAspect,
  type SlideChange,
  shownAspects,
} from '../core/compare/comparison';
import type { ChangeKind, CompareWords } from './messages';

/** The words of the page in the user's language. */
export function compareWords(): CompareWords {
  return {
    list: vscode.l10n.t('Changed slides'),
    absentBefore: vscode.l10n.t('This slide is new.'),
    absentAfter: vscode.l10n.t('This slide was removed.'),
    notes: vscode.l10n.t('Speaker notes'),
    none: vscode.l10n.t('No slide differs.'),
    next: vscode.l10n.t('Next Change (F7)'),
    previous: vscode.l10n.t('Previous Change (Shift+F7)'),
    overlay: vscode.l10n.t('One Over the Other (O)'),
    sideBySide: vscode.l10n.t('Side by Side (O)'),
    slider: vscode.l10n.t('Where the later version begins'),
    source: vscode.l10n.t('Show Source'),
    ...kindWords(),
  };
}

function kindWords(): Record<ChangeKind, string> {
  return {
    added: vscode.l10n.t('added'),
    removed: vscode.l10n.t('removed'),
    changed: vscode.l10n.t('changed'),
    moved: vscode.l10n.t('moved'),
  };
}

/** Null if nothing that is shown differs. */
export function kindOf(change: SlideChange): ChangeKind | null {
  if (change.before === null) return 'added';
  if (change.after === null) return 'removed';
  if (shownAspects(change).length > 0) return 'changed';
  return change.isMoved ? 'moved' : null;
}

/** What happened to a slide: "text, picture, moved". */
export function changeInWords(change: SlideChange): string {
  const kind = kindOf(change);
  if (kind === 'added' || kind === 'removed') return kindWords()[kind];
  const words = aspectWords();
  const aspects = shownAspects(change).map((aspect) => words[aspect]);
  return [...aspects, ...(change.isMoved ? [kindWords().moved] : [])].join(', ');
}

function aspectWords(): Record<ShownAspect, string> {
  return {
    text: vscode.l10n.t('text'),
    picture: vscode.l10n.t('picture'),
    link: vscode.l10n.t('link'),
    background: vscode.l10n.t('background'),
    style: vscode.l10n.t('style'),
    notes: vscode.l10n.t('notes'),
  };
}

/** What differs that is not on a slide; empty if nothing does. */
export function deckInWords({ settings, hasOtherStyles }: DeckComparison): string {
  const names = settings.map(({ name }) => name);
  const said = [
    ...(names.length > 0 ? [vscode.l10n.t('Frontmatter: {0}', names.join(', '))] : []),
    ...(hasOtherStyles ? [vscode.l10n.t('Style sheets of the deck')] : []),
  ];
  return said.join(' · ');
}

/** What Restore does to a slide. */
export function restoreLabel(kind: ChangeKind): string {
  return kind === 'added' ? vscode.l10n.t('Remove This Slide') : vscode.l10n.t('Restore This Slide');
}

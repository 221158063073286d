import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { slideTitle } from '../core/summary/titles';
import { plainText } from './plainText';

export function titleText({ content }: Slide): string {
  const title = slideTitle(content);
  if ('text' in title) return plainText(title.text);
  return title.kind === 'picture' ? vscode.l10n.t('Picture') : vscode.l10n.t('Empty slide');
}

/** Number and title, for screen readers. */
export function spokenName(slide: Slide, deck: Deck): string {
  return vscode.l10n.t('Slide {0}: {1}', slideNumber(slide, deck), titleText(slide));
}

/** Which side of a merge conflict a slide is of, as VS Code calls them, with its name; empty if it is in none. */
export function sideName({ conflict }: Slide): string {
  if (!conflict) return '';
  const label = plainText(conflict.conflicts[0]?.[conflict.side].label ?? '');
  return conflict.side === 'current'
    ? vscode.l10n.t('Current change: {0}', label)
    : vscode.l10n.t('Incoming change: {0}', label);
}

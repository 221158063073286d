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

import * as vscode from 'vscode';
import type { Deck, Dialect, Slide } from '../core/deck/deck';
import { isHidden } from '../core/deck/editDeck';
import { factsOf } from '../core/deck/slideKind';
import { slideNumber } from '../core/deck/slideNumber';
import { slideTitle } from '../core/deck/titles';
import type { Overflow } from '../core/lint/overflow';
import { overflowInShort } from '../services/overflow';
import { plainText } from '../services/plainText';

export function titleText({ content }: Slide): string {
  const title = slideTitle(content);
  if ('text' in title) return plainText(title.text);
  return title.kind === 'picture' ? vscode.l10n.t('Picture') : vscode.l10n.t('Empty slide');
}

/** Number and title. */
export function slideName(slide: Slide, deck: Deck): string {
  return `${slideNumber(slide, deck)} ${titleText(slide)}`;
}

/** What there is to know of a slide beyond its title, in a few words; may be empty. */
export function slideDetails({ content }: Slide, dialect: Dialect, overflow?: Overflow): string {
  const { hasNotes, fragments } = factsOf(content, dialect);
  const details: string[] = [];
  if (isHidden(content, dialect)) details.push(vscode.l10n.t('hidden'));
  if (hasNotes) details.push(vscode.l10n.t('notes'));
  if (fragments === 1) details.push(vscode.l10n.t('1 fragment'));
  if (fragments > 1) details.push(vscode.l10n.t('{0} fragments', fragments));
  if (overflow) details.push(overflowInShort(overflow));
  return details.join(' · ');
}

import type { Deck } from '../core/deck/deck';
import { classifyUrl } from '../core/files/urls';
import type { FileSurroundings } from './made';
import { fromPage } from './pageAssets';

/** Where another file finds what a URL of the deck names; null for a place in the deck. */
export function movedUrl(url: string, deck: Deck, { deckFolder }: FileSurroundings): string | null {
  const based = fromPage(url, deck);
  const target = classifyUrl(based);
  if (target.kind === 'anchor') return null;
  if (target.kind !== 'local' || based.startsWith('/') || deckFolder === '') return based;
  return deckFolder + based.trim().replace(/^(?:\.\/)+/, '');
}

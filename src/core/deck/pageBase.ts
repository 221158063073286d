import { pathFrom } from '../files/deckFiles';
import type { Setup } from './setup';

/**
 * The file that a deck's relative paths count from: the deck itself, or a file in the folder of the page that loads
 * it. Paths are from the root.
 */
export function baseOf(deck: string, { page }: Setup): string {
  const folder = page ? pathFrom(deck, page.folder) : null;
  if (folder === null) return deck;
  const name = deck.slice(deck.lastIndexOf('/') + 1);
  return folder === '' ? name : `${folder}/${name}`;
}

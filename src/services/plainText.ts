import { printable } from '../core/deck/printable';

/** Text out of decks and configurations for lists: nothing in it can be an icon, or turn or hide what stands around. */
export function plainText(text: string): string {
  // VS Code reads `$(name)` as an icon, in some places without a way to say that none is meant.
  return printable(text).replaceAll('$(', '$\u2060(');
}

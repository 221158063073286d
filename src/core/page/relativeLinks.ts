/**
 * What comes before a relative address, which is escaped, while a page becomes a PDF: browsers make addresses
 * absolute. No server has this name.
 */
export const RELATIVE = 'https://relative.deckwright.invalid/';

/** The address as the deck has it, if it was relative; null otherwise. */
export function relativeOf(address: string): string | null {
  return address.startsWith(RELATIVE) ? decodeURIComponent(address.slice(RELATIVE.length)) : null;
}

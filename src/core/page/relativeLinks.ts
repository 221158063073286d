/**
 * What comes before a relative address, which is escaped, while a page becomes a PDF: browsers make addresses
 * absolute. No server has this name.
 */
export const RELATIVE = 'https://relative.deckwright.invalid/';

/** The address as the deck has it, if it was relative; otherwise as it is. */
export function withRelative(address: string): string {
  return address.startsWith(RELATIVE) ? decodeURIComponent(address.slice(RELATIVE.length)) : address;
}

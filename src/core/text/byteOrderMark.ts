/**
 * Whether UTF-8 text begins with a byte order mark: all three bytes matter, as `！` begins with the first of
 * them too.
 */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

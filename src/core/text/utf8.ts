/** The text of a file without its byte order mark; null if it is not encoded in UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a file is encoded in UTF-16: by its byte order mark, or by the zero byte in each of its first characters. */
export function isUtf16([first, second]: Uint8Array): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return hasMark || (second !== undefined && (first === 0) !== (second === 0));
}

/** The text in whatever encoding it is likely to have, to see what kind of file it is. */
export function decodeLoosely(bytes: Uint8Array): string {
  if (!isUtf16(bytes)) return decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  const isLittleEndian = bytes[0] === 0xff || bytes[1] === 0;
  return new TextDecoder(isLittleEndian ? 'utf-16le' : 'utf-16be').decode(bytes);
}

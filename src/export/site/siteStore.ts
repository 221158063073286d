/** The folder of a site, in whatever file system it is. Paths are relative to it, with `/` between folders. */
export interface SiteStore {
  /** Null if there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** Puts a whole file in place, in folders that are made for it, or leaves everything as it was. */
  write(path: string, content: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

/** SHA-256 in hexadecimal digits, as many as keep two files of a site apart. */
export async function digest(content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

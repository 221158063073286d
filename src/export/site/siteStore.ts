/** The folder of a site, in whatever file system it is. Paths are relative to it, with `/` between folders. */
export interface SiteStore {
  /** Null if there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** Puts a whole file in place, in folders that are made for it, or leaves everything as it was. */
  write(path: string, content: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

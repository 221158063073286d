/** Begins the file that stands for one in Git LFS. */
export const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** No pointer is larger, in bytes. */
export const MAX_POINTER_SIZE = 1024;

/** What stands for a file in Git LFS: the SHA-256 of its content in hexadecimal digits, and its size in bytes. */
export interface LfsPointer {
  readonly hash: string;
  readonly size: number;
}

/** Null if the text is not a pointer. */
export function readLfsPointer(text: string): LfsPointer | null {
  if (!text.startsWith(LFS_POINTER)) return null;
  const [, hash] = /^oid sha256:([\da-f]+)$/m.exec(text) ?? [];
  const [, size] = /^size (\d+)$/m.exec(text) ?? [];
  return hash === undefined || size === undefined ? null : { hash, size: Number(size) };
}

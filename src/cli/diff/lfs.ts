import { createHash } from 'node:crypto';
import { type LfsPointer, readLfsPointer } from '../../core/files/lfsPointer';
import { decodeLoosely } from '../../core/text/utf8';

/** What stands for a file in Git LFS; null if these bytes do not. */
export function pointerIn(bytes: Uint8Array): LfsPointer | null {
  return readLfsPointer(decodeLoosely(bytes));
}

/** As pointers have it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

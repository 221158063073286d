import { HEAD_LENGTH } from '../files/deckFiles';
import type { RemoteAnswer, RemoteError } from '../files/remote';
import { type FileType, type FileUse, fileType, type NoType } from './fileType';

/** Why there is no copy of a file. */
export type Trouble =
  /** There is no answer. */
  | { readonly kind: 'remote'; readonly error: RemoteError }
  | { readonly kind: 'status'; readonly status: number }
  /** The answer is not what the deck needs, whatever the server says of it. `use` is another use. */
  | { readonly kind: NoType | FileUse }
  /** So much was fetched in one run that the rest waits for the next one. */
  | { readonly kind: 'enough' }
  /** The copy can't be written; the message says why. */
  | { readonly kind: 'write'; readonly message: string };

/** What an answer is if it can be kept for one of these uses, or why it can't. */
export function readAnswer(
  { status, bytes }: RemoteAnswer,
  uses: ReadonlySet<FileUse>,
): FileType | { readonly trouble: Trouble } {
  if (status !== 200) return { trouble: { kind: 'status', status } };
  const type = fileType(bytes.subarray(0, HEAD_LENGTH));
  if (typeof type === 'string') return { trouble: { kind: type } };
  return uses.has(type.use) ? type : { trouble: { kind: type.use } };
}

import type { Git } from '../git';

/** Two states of a repository, as a command line names them. */
export interface Range {
  readonly before: string;
  /** Null for the working tree. */
  readonly after: string | null;
  /** Whether `before` means the commit in which the history of `after` parted from its own. */
  readonly isFromBase: boolean;
}

/** The last commit against the working tree. */
export const UNCOMMITTED: Range = { before: 'HEAD', after: null, isFromBase: false };

/** Reads `REV`, `REV..REV` or `REV...REV`; where one is left out, the last commit is meant. */
export function readRange(written: string): Range {
  const [, before, dots, after] = /^(.*?)(?:(\.{2,3})(?!\.)(.*))?$/s.exec(written)!;
  return {
    before: before || 'HEAD',
    after: dots === undefined ? null : after || 'HEAD',
    isFromBase: dots === '...',
  };
}

/** The commits of a range; null for the working tree, and before the first commit. */
export async function commitsOf(
  git: Git,
  { before, after, isFromBase }: Range,
): Promise<{ before: string | null; after: string | null }> {
  const isUnborn = after === null && before === 'HEAD' && (await git.head()) === null;
  if (isUnborn) return { before: null, after: null };
  const earlier = await git.commitOf(before);
  const later = after === null ? null : await git.commitOf(after);
  return { before: isFromBase ? await git.mergeBase(earlier, later!) : earlier, after: later };
}

import { relativePath, urlOfPath } from '../files/relativePath';
import type { TextEdit } from '../text/textEdits';
import { type ArchivableReference, addressOf, type Source } from './remoteFiles';

/** The edits after which a text names the copies in place of the remote files; `copyOf` knows their paths by address. */
export function rewriteReferences(
  { base, references }: Source,
  copyOf: (address: string) => string | undefined,
): TextEdit[] {
  return references.flatMap((reference) => {
    const copy = copyOf(addressOf(reference));
    return copy === undefined ? [] : [{ span: reference.urlSpan, newText: urlOfCopy(base, copy, reference) }];
  });
}

/** A part of a picture is named by a fragment, which stays. Lists of addresses are divided by commas. */
function urlOfCopy(base: string, copy: string, { target }: ArchivableReference): string {
  const folder = base.replace(/[^/]*$/, '');
  const fragment = /#[\w-]+$/.exec(target.url)?.[0] ?? '';
  return urlOfPath(relativePath(folder, copy)).replaceAll(',', '%2C') + fragment;
}

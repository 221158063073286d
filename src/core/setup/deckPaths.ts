/** The folder that a path from the root is in; empty for the root. */
export function folderOfPath(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * A path in the form that the deck would write it in, beginning with `./` or `../`; one that begins with `/` counts
 * from the root, all others from the folder. It may lead out of the root, which then shows. Addresses stay.
 */
export function fromDeck(written: string, folder: string, deck: string): string {
  if (ADDRESS.test(written)) return written;
  const to: string[] = written.startsWith('/') ? [] : segments(folder);
  for (const segment of segments(written)) {
    if (segment !== '..' || to.length === 0 || to.at(-1) === '..') to.push(segment);
    else to.pop();
  }
  const from = segments(folderOfPath(deck));
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return ('../'.repeat(from.length - shared) || './') + to.slice(shared).join('/');
}

function segments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.');
}

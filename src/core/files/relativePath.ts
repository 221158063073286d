/** The path from a folder to a file or folder, with `/`: begins with `./` or `../`, as HedgeDoc requires. */
export function relativePath(folder: string, target: string): string {
  const from = segments(folder);
  const to = segments(target);
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  const up = '../'.repeat(from.length - shared);
  return (up || './') + to.slice(shared).join('/');
}

/** The absolute path that `path` means in a folder; `..` at the root stays there. */
export function resolvePath(folder: string, path: string): string {
  const resolved = path.startsWith('/') ? [] : segments(folder);
  for (const segment of segments(path)) {
    if (segment === '..') resolved.pop();
    else if (segment !== '.') resolved.push(segment);
  }
  return `/${resolved.join('/')}`;
}

/** The folder that a path is in. */
export function parentPath(path: string): string {
  return `/${segments(path).slice(0, -1).join('/')}`;
}

function segments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/**
 * The path as a URL that can be used anywhere in a deck: in a markdown link, a quoted attribute, an attribute
 * comment (where HedgeDoc allows no `=`), a style sheet and YAML. Letters of all scripts stay readable.
 */
export function urlOfPath(path: string): string {
  return path.replace(/[^\p{Letter}\p{Mark}\p{Number}\-._~/@+,;]/gu, percentEncoded);
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  // encodeURIComponent leaves some characters that end a link or a value here.
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

import { parentPath, relativePath, resolvePath, urlOfPath } from '../files/relativePath';
import type { Reference } from '../markup/references';
import { endOfLine } from '../text/lineEnds';
import type { TextEdit } from '../text/textEdits';

/** The old and new path of a file or folder. Both are absolute, with `/`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What moved, and what else is known about it. */
export interface Retargeting {
  /** Path of the deck before the moves. */
  readonly deck: string;
  /** The folder that paths with a leading slash start from. */
  readonly root: string;
  /** The folder of the page that loads the deck before the moves: other paths then start from it. */
  readonly pageFolder?: string;
  readonly moves: readonly Move[];
  /**
   * Set if something else updates the plain links of decks that move (see `isPlain`). It may do so by the
   * columns they have before, so what precedes one on the same line is left unchanged, too.
   */
  readonly leavePlain?: boolean;
}

/** What has to be known about a reference; `urlSpan` is of the text. */
export type MovableReference = Pick<
  Reference,
  'target' | 'url' | 'urlSpan' | 'span' | 'tag' | 'attribute'
> & {
  readonly syntax: string;
};

/**
 * The edits after which a deck's references lead where they led before the moves, whether the files they name
 * move or the deck itself. References that still lead there are not touched.
 */
export function retargetReferences(
  text: string,
  references: readonly MovableReference[],
  retargeting: Retargeting,
): TextEdit[] {
  const { deck, moves, leavePlain } = retargeting;
  const isLeft = leavePlain && movedPath(deck, moves) !== deck ? plainOrBeforePlain(text, references) : null;
  return references.flatMap((reference) => {
    if (isLeft?.(reference)) return [];
    const url = movedUrl(reference, retargeting);
    return url === null ? [] : [{ span: reference.urlSpan, newText: url }];
  });
}

/** The path of a file or folder after the moves. */
export function movedPath(path: string, moves: readonly Move[]): string {
  const normal = path.normalize();
  const within = moves.filter(({ from }) => `${normal}/`.startsWith(`${from.normalize()}/`));
  const nearest = within.sort((a, b) => b.from.length - a.from.length)[0];
  return nearest ? nearest.to + normal.slice(nearest.from.normalize().length) : path;
}

function movedUrl({ target, url }: MovableReference, retargeting: Retargeting): string | null {
  if (target.kind !== 'local') return null;
  const { path } = target;
  const fromRoot = path.startsWith('/');
  const { deck, root, pageFolder, moves } = retargeting;
  const oldFolder = pageFolder ?? parentPath(deck);
  const folder = pageFolder === undefined ? parentPath(movedPath(deck, moves)) : movedPath(pageFolder, moves);
  const before = fromRoot ? resolvePath(root, `.${path}`) : resolvePath(oldFolder, path);
  const after = movedPath(before, moves);
  const stillThere = fromRoot ? before : resolvePath(folder, path);
  if (after.normalize() === stillThere.normalize()) return null;
  const inRoot = fromRoot && `${after}/`.startsWith(`${root.replace(/\/$/, '')}/`);
  const relative = inRoot ? relativePath(root, after).slice(1) : relativePath(folder, after);
  // As written before: with or without the `./` and the slash that folders may end with.
  const plain = /^(?:\.{0,2}\/|\.\.?$)/.test(path) ? relative : relative.replace(/^\.\//, '');
  const slash = path.endsWith('/') && !plain.endsWith('/') ? '/' : '';
  return urlOfPath(plain) + slash + (/[?#].*$/s.exec(url)?.[0] ?? '');
}

/** Whether a reference is one of those to leave unchanged: see `leavePlain`. */
function plainOrBeforePlain(text: string, references: readonly MovableReference[]) {
  /** By the end of a line: where its last plain link to a file begins. */
  const lastPlain = new Map<number, number>();
  const lineOf = ({ urlSpan }: MovableReference) => endOfLine(text, urlSpan.start);
  for (const reference of references) {
    if (reference.target.kind !== 'local' || !isPlain(text, reference)) continue;
    const line = lineOf(reference);
    lastPlain.set(line, Math.max(lastPlain.get(line) ?? 0, reference.urlSpan.start));
  }
  return (reference: MovableReference) =>
    isPlain(text, reference) || reference.urlSpan.start < (lastPlain.get(lineOf(reference)) ?? 0);
}

/** What VS Code's own markdown support reads: links and pictures without a size, and a few tags. */
function isPlain(text: string, { syntax, span, urlSpan, tag, attribute }: MovableReference): boolean {
  if (syntax === 'html') return LINKS[tag?.name ?? ''] === attribute;
  if (syntax === 'definition') return true;
  return syntax === 'inline' && !/ =[\d%]*x[\d%]*\s*\)$/.test(text.slice(urlSpan.end, span.end));
}

const LINKS: Readonly<Record<string, string>> = { a: 'href', img: 'src', source: 'src', video: 'src' };

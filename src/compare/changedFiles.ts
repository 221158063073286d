import * as vscode from 'vscode';
import { type ChangedFiles, namesAny, type Render } from '../core/compare/changedFiles';
import type { Deck } from '../core/deck/deck';
import type { RenderedSlide } from '../core/render/rendered';
import { haveSameBytes } from '../core/text/sameBytes';
import { nameOf, type PastFolders } from './pastFolders';
import type { Side } from './side';

/** Counts the revisions of a file of today: an address with another one is the same file. */
const REVISION = /\?v=\d+/g;

/** The files that have changed since the earlier version, and the slides as the page shows them. */
export async function changedFiles(
  [before, after]: readonly [Side, Side],
  decks: { readonly before: Deck; readonly after: Deck },
): Promise<ChangedFiles> {
  const render = (side: Side, deck: Deck): Render => {
    return async (slides) => (await side.rendered(deck, slides)).map(withoutRevisions);
  };
  return {
    names: await changedNames(before.past.folders, after.past.folders, decks.after),
    before: render(before, decks.before),
    after: render(after, decks.after),
  };
}

/** Between two earlier versions only those count that the deck may name: their contents are compared. */
async function changedNames(
  earlier: PastFolders | null,
  later: PastFolders | null,
  { text }: Deck,
): Promise<readonly string[]> {
  const changed = [...(earlier?.changed ?? []), ...(later?.changed ?? [])];
  const files = new Map(changed.map((file) => [file.toString(), { file, name: nameOf(file) }]));
  if (!later) return [...files.values()].map(({ name }) => name);
  const named = [...files.values()].filter(({ name }) => namesAny({ text }, [name]));
  const differ = await Promise.all(
    named.map(async ({ file }) => !(await isSame(earlier?.contentOf(file) ?? file, later.contentOf(file)))),
  );
  return named.filter((_, at) => differ[at]).map(({ name }) => name);
}

/** What can't be read is different from what can. */
async function isSame(...files: readonly [vscode.Uri, vscode.Uri]): Promise<boolean> {
  const [one, other] = await Promise.all(
    files.map((file) => vscode.workspace.fs.readFile(file).then(undefined, () => null)),
  );
  if (!one || !other) return one === other;
  return haveSameBytes(one, other);
}

function withoutRevisions({ html, attributes, verticalSlides }: RenderedSlide): RenderedSlide {
  const entries = Object.entries(attributes).map(([name, value]) => [name, value.replace(REVISION, '')]);
  return {
    html: html.replace(REVISION, ''),
    attributes: Object.fromEntries(entries),
    verticalSlides,
  };
}

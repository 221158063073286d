import * as vscode from 'vscode';
import type { PictureUse } from '../../core/community/earlierCall';
import { isPictureName } from '../../core/files/pictureNames';
import { relativePath, urlOfPath } from '../../core/files/relativePath';
import { fileNamed, isReachable, parent } from '../../services/deckRoot';
import { exists } from '../../services/exists';
import { plainText } from '../../services/plainText';
import type { EarlierDeck } from '../datedDecks';

/** A picture that an earlier deck shows. It is not known whether it still exists. */
export interface UsedPicture {
  readonly uri: vscode.Uri;
  /** In words for the user. */
  readonly where: string;
  /** Whose title it is the background of, if any. */
  readonly titleOf: vscode.Uri | undefined;
}

/**
 * The pictures of decks, by address: those of the first deck first, and of each deck its background first.
 */
export function usedPictures(decks: readonly EarlierDeck[]): Map<string, UsedPicture> {
  const pictures = new Map<string, UsedPicture>();
  for (const { uri: deck, date, call } of decks) {
    for (const { path, slide, isBackground } of call.pictures.toSorted((a, b) => rankOf(a) - rankOf(b))) {
      const uri = isPictureName(path) ? fileNamed(path, deck) : undefined;
      if (!uri || pictures.has(uri.toString())) continue;
      const titleOf = slide === null && isBackground ? deck : undefined;
      pictures.set(uri.toString(), { uri, where: inWords(slide, date), titleOf });
    }
  }
  return pictures;
}

/** The rank of a picture among those that are used; all others come after them. */
export function rankIn(used: ReadonlyMap<string, UsedPicture>): (picture: vscode.Uri) => number {
  const ranks = new Map([...used.keys()].map((address, rank) => [address, rank]));
  return (picture) => ranks.get(picture.toString()) ?? ranks.size;
}

function inWords(slide: PictureUse['slide'], date: string): string {
  if (slide === null) return vscode.l10n.t('title of {0}', date);
  return slide.title === null
    ? vscode.l10n.t('slide {0} of {1}', slide.number, date)
    : vscode.l10n.t('slide "{0}" of {1}', plainText(slide.title), date);
}

function rankOf({ slide, isBackground }: PictureUse): number {
  return slide !== null ? 2 : isBackground ? 0 : 1;
}

/** A picture that a deck can show. */
export interface KnownPicture {
  readonly uri: vscode.Uri;
  /** As the deck names it, without `./`. */
  readonly url: string;
  /** Where an earlier deck shows it. */
  readonly used: UsedPicture | undefined;
}

/**
 * The pictures that earlier decks show, if they still exist; then others in the folders where a deck's
 * pictures are.
 */
export async function knownPictures(
  deck: vscode.Uri,
  pictureFolder: string,
  earlier: readonly EarlierDeck[],
): Promise<KnownPicture[]> {
  const folder = parent(deck);
  const folders = new Map([folder, vscode.Uri.joinPath(folder, pictureFolder)].map((uri) => [uri.path, uri]));
  const beside = (await Promise.all([...folders.values()].map(picturesIn))).flat();
  const listed = new Set(beside.map(String));
  const used = usedPictures(earlier);
  const elsewhere = [...used.values()].filter(({ uri }) => !listed.has(uri.toString()));
  const others = await Promise.all(elsewhere.map(async ({ uri }) => ((await exists(uri)) ? [uri] : [])));
  const rank = rankIn(used);
  return [...beside, ...others.flat()]
    .filter((uri) => isReachable(uri, deck))
    .sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path, undefined, { numeric: true }))
    .map((uri) => ({
      uri,
      url: urlOfPath(relativePath(folder.path, uri.path).replace(/^\.\//, '')),
      used: used.get(uri.toString()),
    }));
}

/** None if there is no such folder. */
async function picturesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.filter(([name]) => isPictureName(name)).map(([name]) => vscode.Uri.joinPath(folder, name));
}

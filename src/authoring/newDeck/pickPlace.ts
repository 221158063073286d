import * as vscode from 'vscode';
import { parent } from '../../services/deckRoot';
import { plainName, plainText } from '../../services/plainText';
import { browseForFolder, folderName } from '../../services/whereDecksAre';
import type { FoundDeck } from '../datedDecks';
import type { CallPlace, CallPlaces, Chosen } from './callPlaces';

/**
 * A line of the first step: a place to continue with, or a way to change the folder or the deck for all of
 * them.
 */
interface PlaceItem extends vscode.QuickPickItem {
  readonly place?: CallPlace;
  change?(places: CallPlaces): Promise<Chosen>;
}

/** The title of the question for a place; without one while decks are looked for. */
type TitleOf = (question: string, place: CallPlace | undefined) => Promise<string>;

/**
 * Asks what the new deck is for. Each answer names its folder and the earlier deck; both can be changed here.
 */
export async function pickPlace(places: CallPlaces, titleOf: TitleOf): Promise<CallPlace | undefined> {
  let chosen: Chosen = {};
  for (;;) {
    const item = await showPlaces(places, chosen, titleOf);
    if (!item?.change) return item?.place;
    chosen = { ...chosen, ...(await item.change(places)) };
  }
}

/** A choice made while decks are still looked for takes effect as soon as they are found. */
function showPlaces(places: CallPlaces, chosen: Chosen, titleOf: TitleOf): Promise<PlaceItem | undefined> {
  const picker = vscode.window.createQuickPick<PlaceItem>();
  const nameStep = async (place: CallPlace | undefined) => {
    const title = await titleOf(vscode.l10n.t('Which meeting is it for?'), place);
    if (picker.activeItems[0]?.place === place) picker.title = title;
  };
  return new Promise((resolve, reject) => {
    let early: PlaceItem | undefined;
    const take = (item: PlaceItem | undefined) => {
      resolve(item);
      picker.hide();
    };
    picker.onDidChangeActive(([item]) => void nameStep(item?.place));
    picker.onDidAccept(() => {
      if (!picker.busy) return take(picker.selectedItems[0]);
      early = picker.selectedItems[0];
      picker.enabled = false;
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.busy = true;
    const detail = vscode.l10n.t('Looking for earlier decks…');
    picker.items = places.kinds.map((kind) => ({ label: plainText(kind), detail }));
    picker.show();
    places.all(chosen).then((all) => {
      const items = all.map((place) => ({ label: plainText(place.kind), detail: describe(place), place }));
      picker.items = [...items, ...changes()];
      picker.busy = false;
      if (early) take(items.find(({ label }) => label === early?.label));
    }, reject);
  });
}

function describe({ folder, lastDeck }: CallPlace): string {
  if (!folder) return vscode.l10n.t('Untitled, because no folder is open');
  return lastDeck
    ? vscode.l10n.t('In {0}, after {1}', folderName(folder), plainName(lastDeck))
    : vscode.l10n.t('In {0}, without an earlier deck', folderName(folder));
}

function changes(): PlaceItem[] {
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Another Folder…'),
      iconPath: vscode.ThemeIcon.Folder,
      change: pickFolder,
    },
    {
      label: vscode.l10n.t('Another Earlier Deck…'),
      iconPath: vscode.ThemeIcon.File,
      change: pickLastDeck,
    },
  ];
}

/** A folder that holds decks, one of the workspace, or any. Empty if the user chooses none. */
async function pickFolder(places: CallPlaces): Promise<Chosen> {
  const decks = await places.decks();
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const folders = new Map(
    [...decks.map(({ uri }) => parent(uri)), ...roots].map((uri) => [uri.toString(true), uri]),
  );
  const items = [...folders].map(([key, uri]) => ({
    label: folderName(uri),
    description: summary(decks.filter(({ folder }) => folder === key)),
    uri,
  }));
  const browse = { label: vscode.l10n.t('Browse…'), description: '', uri: undefined };
  const title = vscode.l10n.t('Which folder does the new deck go into?');
  const item = await vscode.window.showQuickPick([...items, browse], { title, matchOnDescription: true });
  const folder = item === browse ? await browseForFolder(title, roots[0]) : item?.uri;
  if (!folder) return {};
  places.lookInto(folder);
  return { folder };
}

/** For decks sorted latest first. */
function summary(decks: readonly FoundDeck[]): string {
  const [latest] = decks;
  if (!latest) return '';
  return decks.length === 1
    ? vscode.l10n.t('1 deck, from {0}', latest.date)
    : vscode.l10n.t('{0} decks, the latest from {1}', decks.length, latest.date);
}

async function pickLastDeck(places: CallPlaces): Promise<Chosen> {
  const decks = await places.decks();
  const items = decks.map((deck) => ({
    label: plainName(deck.uri),
    description: [deck.kind, folderName(parent(deck.uri))].filter(Boolean).map(plainText).join(', '),
    lastDeck: deck.uri,
  }));
  const none = { label: vscode.l10n.t('No Earlier Deck'), description: '', lastDeck: null };
  const title = vscode.l10n.t('Which deck do teams, people, background and events come from?');
  const item = await vscode.window.showQuickPick([none, ...items], { title, matchOnDescription: true });
  return item ? { lastDeck: item.lastDeck } : {};
}

import * as vscode from 'vscode';
import { chosenIn } from '../../services/chosenIn';
import { plainName } from '../../services/plainText';
import { tabs } from '../../services/tabs';
import type { KnownPicture } from '../pictures/knownPictures';
import type { TitleOf } from './steps';

interface PictureItem extends vscode.QuickPickItem {
  readonly picture?: KnownPicture;
}

/** Asks for a picture behind the title: its URL, empty for none; undefined if the user cancels. */
export async function pickBackground(
  pictures: readonly KnownPicture[],
  lastDeck: vscode.Uri | undefined,
  titleOf: TitleOf,
): Promise<string | undefined> {
  if (pictures.length === 0) return '';
  const items = pictures.map(pictureItem);
  const none = {
    label: vscode.l10n.t('No Background'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
    alwaysShow: true,
  };
  // Enter takes the first: the last deck's picture, or none if it had none.
  const proposed = pictures[0]?.used?.titleOf;
  const isProposed = proposed !== undefined && proposed.toString() === lastDeck?.toString();
  const picker = vscode.window.createQuickPick<PictureItem>();
  picker.title = titleOf('background', vscode.l10n.t('Which picture is behind the title?'));
  picker.matchOnDescription = true;
  picker.items = isProposed ? [...items, none] : [none, ...items];
  const shown = new ShownPictures();
  picker.onDidTriggerItemButton(({ item }) => {
    // The editor that shows it may take the focus for a moment.
    picker.ignoreFocusOut = true;
    if (item.picture) void shown.show(item.picture.uri);
  });
  picker.onDidChangeActive(([item]) => {
    if (item?.picture && shown.isOpen) void shown.show(item.picture.uri);
  });
  try {
    const item = await chosenIn(picker);
    return item && (item.picture?.url ?? '');
  } finally {
    await shown.close();
  }
}

/** The icon is the picture itself, scaled down. */
function pictureItem(picture: KnownPicture): PictureItem {
  const name = plainName(picture.uri);
  const show = { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: vscode.l10n.t('Show Picture') };
  const words = picture.used ? { label: picture.used.where, description: name } : { label: name };
  return { ...words, iconPath: picture.uri, buttons: [show], picture };
}

/** Pictures in editors beneath the list, while it is open. */
class ShownPictures {
  readonly #before = new Set(tabs().map(addressOf));
  readonly #shown = new Set<string>();

  get isOpen(): boolean {
    return this.#shown.size > 0;
  }

  async show(picture: vscode.Uri): Promise<void> {
    this.#shown.add(picture.toString());
    await vscode.commands.executeCommand('vscode.open', picture, { preserveFocus: true, preview: true });
  }

  async close(): Promise<void> {
    const isOwn = (address: string) => this.#shown.has(address) && !this.#before.has(address);
    await vscode.window.tabGroups.close(tabs().filter((tab) => isOwn(addressOf(tab))));
  }
}

function addressOf({ input }: vscode.Tab): string {
  const hasFile = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText;
  return hasFile ? input.uri.toString() : '';
}

import * as vscode from 'vscode';
import { SLIDE_SHAPES, type SlideShape } from '../core/options/slideShape';
import { chosenIn } from '../services/chosenIn';
import { changeSetting, settings } from '../services/settings';

interface ShapeItem extends vscode.QuickPickItem {
  readonly shape: SlideShape;
}

/** Lets the user choose the screen on which a deck is shown. */
export async function changeSlideShape(deck: vscode.Uri): Promise<void> {
  const current = settings.shape(deck);
  const items = SLIDE_SHAPES.map((shape) => ({
    shape,
    ...describe(shape),
    ...(shape === current ? { description: vscode.l10n.t('current') } : {}),
  }));
  const picked = await pick(items, items.find(({ shape }) => shape === current)!);
  if (!picked || picked.shape === current) return;
  await changeSetting('preview.shape', picked.shape, deck);
}

function pick(items: readonly ShapeItem[], current: ShapeItem): Promise<ShapeItem | undefined> {
  const quickPick = vscode.window.createQuickPick<ShapeItem>();
  quickPick.title = vscode.l10n.t('Select the shape of the slides');
  quickPick.items = items;
  quickPick.activeItems = [current];
  return chosenIn(quickPick);
}

function describe(shape: SlideShape): { label: string; detail: string } {
  switch (shape) {
    case '16:9':
      return { label: shape, detail: vscode.l10n.t('Most displays and projectors') };
    case '16:10':
      return { label: shape, detail: vscode.l10n.t('Many laptops') };
    case '4:3':
      return { label: shape, detail: vscode.l10n.t('Older projectors') };
    case 'canvas':
      return {
        label: vscode.l10n.t('Deck Canvas'),
        detail: vscode.l10n.t('From the width and height of its slides'),
      };
    case 'fill':
      return { label: vscode.l10n.t('Fill the Panel'), detail: vscode.l10n.t('Whatever its shape') };
  }
}

import * as vscode from 'vscode';
import { slideNumber } from '../core/deck/slideNumber';
import type { Services } from '../services/services';

/** The status bar item that says on which slide the user is. */
export function registerSlideStatus(context: vscode.ExtensionContext, { currentSlide }: Services): void {
  const item = vscode.window.createStatusBarItem('deckwright.slide', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Current Slide');
  item.command = 'deckwright.goToSlide';
  item.tooltip = vscode.l10n.t('Go to Slide');
  const update = () => {
    const current = currentSlide.get();
    if (!current?.active) return item.hide();
    const { slide, deck } = current;
    item.text = vscode.l10n.t('Slide {0} of {1}', slideNumber(slide, deck), deck.slides.length);
    item.show();
  };
  update();
  context.subscriptions.push(item, currentSlide.onDidChange(update));
}

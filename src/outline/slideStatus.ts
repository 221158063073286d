import * as vscode from 'vscode';
import { slideNumber } from '../core/deck/slideNumber';
import type { Services } from '../services/services';

/** The status bar item that shows which slide the user is on. */
export function registerSlideStatus(context: vscode.ExtensionContext, { currentSlide }: Services): void {
  const item = vscode.window.createStatusBarItem('deckwright.slide', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Current Slide');
  item.command = 'deckwright.goToSlide';
  item.tooltip = vscode.l10n.t('Go to Slide');
  const update = () => {
    const current = currentSlide.get();
    if (!current?.active) return item.hide();
    const { slide, deck } = current;
    item.text = statusText(slideNumber(slide, deck), slide.index + 1, deck.slides.length);
    item.show();
  };
  update();
  context.subscriptions.push(item, currentSlide.onDidChange(update));
}

/** The number in the talk and the position among all slides, if these differ. */
function statusText(number: string, place: number, total: number): string {
  return number === String(place)
    ? vscode.l10n.t('Slide {0} of {1}', place, total)
    : vscode.l10n.t('Slide {0} · {1} of {2}', number, place, total);
}

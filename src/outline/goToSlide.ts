import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import type { Services } from '../services/services';
import { slideIcon } from './slideItems';
import { slideDetails, slideName } from './words';

interface SlideEntry extends vscode.QuickPickItem {
  readonly slide: Slide;
}

/**
 * A list of all slides to choose from. The preview follows the highlighted slide as the user moves through
 * the list.
 */
export function goToSlide({ currentSlide }: Services): void {
  const current = currentSlide.get();
  if (!current) return;
  const { document, deck, slide } = current;
  const before = currentSlide.editorOf(document)?.visibleRanges[0];
  const pick = vscode.window.createQuickPick<SlideEntry>();
  const entries = deck.slides.map((each) => ({
    slide: each,
    label: slideName(each, deck),
    description: slideDetails(each, deck.dialect),
    iconPath: slideIcon(each),
  }));
  pick.placeholder = vscode.l10n.t('Go to a slide by its number or title');
  pick.matchOnDescription = true;
  pick.items = entries;
  pick.activeItems = [entries[slide.index]!];
  let chosen: Slide | undefined;
  const subscription = vscode.Disposable.from(
    pick,
    // The list is useless once the deck has changed.
    currentSlide.onDidChange((now) => {
      if (now?.deck !== deck) pick.hide();
    }),
    pick.onDidChangeActive(([entry]) => {
      if (entry) currentSlide.peek(document, entry.slide);
    }),
    pick.onDidAccept(() => {
      chosen = pick.activeItems[0]?.slide;
      pick.hide();
    }),
    pick.onDidHide(() => {
      subscription.dispose();
      if (currentSlide.get()?.deck !== deck) return;
      if (chosen) return void currentSlide.goTo(document, chosen);
      currentSlide.peek(document, slide);
      if (before) currentSlide.editorOf(document)?.revealRange(before, vscode.TextEditorRevealType.AtTop);
    }),
  );
  pick.show();
}

import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import { SlideIds } from '../core/deck/slideIds';
import { slideNumber } from '../core/deck/slideNumber';
import { setTimings } from '../core/edit/editDeck';
import { lookOf } from '../core/options/slideOptions';
import { type RehearsedSlide, rehearsalTable, secondsFor } from '../core/present/rehearsal';
import { timingsOf } from '../core/present/timings';
import { documentName } from '../services/documentFile';
import type { Services } from '../services/services';
import { titleText } from '../services/slideWords';
import type { Rehearsed } from './presentation';

/** Shows how long each slide took as a table in an editor, and writes it into the deck if its author wants that. */
export async function showRehearsal({ document, times }: Rehearsed, services: Services): Promise<void> {
  const deck = services.decks.deckOf(document);
  // The deck may be edited before the question is answered.
  const ids = new SlideIds();
  const rehearsed = new Map(ids.update(deck.slides).map((id, index) => [id, times[index] ?? 0]));
  const title = vscode.l10n.t('Rehearsal of {0}', documentName(document));
  const content = `# ${title}\n\n${tableOf(deck, times)}`;
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
  const write = vscode.l10n.t('Write into Deck');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Write these times into the deck, as "data-timing" of its slides?'),
    write,
  );
  if (choice !== write) return;
  await services.deckEdits.apply(document, (now, options) => {
    const shown = ids.update(now.slides).flatMap((id, index) => {
      const time = rehearsed.get(id) ?? 0;
      return time > 0 ? [[index, secondsFor(time)] as const] : [];
    });
    return setTimings(now, new Map(shown), options);
  });
}

/** The slides that were shown. */
function tableOf(deck: Deck, times: readonly number[]): string {
  const planned = timingsOf(deck, lookOf(deck).options);
  const rows = deck.slides.flatMap((slide): RehearsedSlide[] => {
    const time = times[slide.index] ?? 0;
    if (time === 0) return [];
    const [number, title] = [slideNumber(slide, deck), titleText(slide)];
    return [{ number, title, seconds: secondsFor(time), planned: planned?.[slide.index] ?? null }];
  });
  return rehearsalTable(rows, {
    slide: vscode.l10n.t('Slide'),
    title: vscode.l10n.t('Title'),
    time: vscode.l10n.t('Time'),
    planned: vscode.l10n.t('Planned'),
    total: vscode.l10n.t('Total'),
  });
}

import * as vscode from 'vscode';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { type MoveStep, placeAfterStep } from '../core/edit/editDeck';
import { type SlideKind, slideKind } from '../core/summary/slideKind';
import { visibleLines } from '../core/summary/slideLines';
import { plainText } from '../services/plainText';
import { spokenName } from '../services/slideWords';
import { REMOVED_COLOR } from './changeBadges';
import { indicesOf } from './chosenSlides';
import { type Entry, isRemoved, type RemovedNode } from './slideTree';
import { type Known, markInWords, slideDetails, slideName, spokenSlide, struckThrough } from './words';

const ICONS: Record<SlideKind, string> = {
  title: 'home',
  section: 'organization',
  content: 'list-unordered',
  picture: 'file-media',
  code: 'code',
  quote: 'quote',
  empty: 'circle-large-outline',
};

/** How much of a slide's text and notes a tooltip shows. */
const SHOWN_LINES = 8;
const SHOWN_LENGTH = 100;

export function slideIcon(slide: Slide): vscode.ThemeIcon {
  return new vscode.ThemeIcon(ICONS[slideKind(slide)]);
}

/**
 * A slide as an entry of the view; `resource` is the address that determines its badges and color. Unless
 * `asStack`, the first slide of a stack is an entry by itself, with nothing below it.
 */
export function slideItem(
  slide: Slide,
  deck: Deck,
  resource: vscode.Uri,
  known: Known,
  asStack: boolean,
): vscode.TreeItem {
  const isStack = asStack && slide.stacked && slide.v === 0;
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(slideName(slide, deck), isStack ? Expanded : None);
  // To VS Code an entry that gains children is a new one: it would fold one that it knows without them.
  item.id = isStack ? `${resource.path}/stack` : resource.path;
  item.resourceUri = resource;
  item.iconPath = slide.conflict ? new vscode.ThemeIcon('git-merge') : slideIcon(slide);
  item.description = slideDetails(slide, deck.dialect, known.overflow);
  item.contextValue = ['slide', ...possibleCommands(slide, deck, asStack)].join(' ');
  item.accessibilityInformation = { label: spokenSlide(slide, deck, known) };
  return item;
}

/** A slide that is no longer in the deck. A click shows it in a comparison, where it can be restored. */
export function removedItem(
  { removed, deck }: RemovedNode,
  document: vscode.Uri,
  resource: vscode.Uri,
): vscode.TreeItem {
  const item = new vscode.TreeItem(struckThrough(slideName(removed, deck)));
  item.id = resource.path;
  item.resourceUri = resource;
  item.iconPath = new vscode.ThemeIcon('diff-removed', new vscode.ThemeColor(REMOVED_COLOR));
  item.command = { command: 'deckwright.showRemovedSlide', title: '', arguments: [document, removed.index] };
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, removed since the last commit', spokenName(removed, deck)),
  };
  return item;
}

const STEPS: readonly MoveStep[] = ['up', 'down', 'intoStack', 'outOfStack'];

/** The conditions for what menus offer for this entry. */
function possibleCommands(slide: Slide, deck: Deck, asStack: boolean): string[] {
  // The deck may have changed again; then VS Code will soon ask for this entry once more.
  if (deck.slides[slide.index] !== slide) return [];
  if (deck.conflicts.length > 0) return slide.conflict ? ['conflict'] : [];
  const indices = indicesOf(deck, [slide], asStack);
  const steps = STEPS.filter((step) => placeAfterStep(deck, indices, step));
  return deck.slides[slide.index + 1] ? [...steps, 'join'] : steps;
}

/** A part of a very long series of slides as an entry of the view. */
export function groupItem(entries: readonly Entry[], deck: Deck, resource: vscode.Uri): vscode.TreeItem {
  const [first, last] = [entries[0]!, entries.at(-1)!].map((entry) =>
    isRemoved(entry) ? slideNumber(entry.removed, entry.deck) : slideNumber(entry.slide, deck),
  );
  const item = new vscode.TreeItem(`${first} – ${last}`, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = resource.path;
  return item;
}

/** The first lines of slide and notes, and what is known of it. A string, which VS Code shows as is. */
export function slideTooltip(slide: Slide, deck: Deck, { findings, mark }: Known): string {
  const changes = mark ? vscode.l10n.t('Since the last commit: {0}', markInWords(mark)) : '';
  return [...textOf(slide, deck), changes, findings.map(plainText).join('\n')].filter(Boolean).join('\n\n');
}

export function removedTooltip({ removed, deck }: RemovedNode): string {
  return [...textOf(removed, deck), vscode.l10n.t('Removed since the last commit')].join('\n\n');
}

function textOf(slide: Slide, deck: Deck): string[] {
  const { text, body, notes } = slide.content;
  const parts = [slideName(slide, deck), firstLines(text.slice(body.start, body.end))];
  if (notes) {
    const words = firstLines(text.slice(notes.start, notes.end));
    if (words) parts.push(`${vscode.l10n.t('Notes:')}\n${words}`);
  }
  return parts.filter(Boolean);
}

function firstLines(text: SlideContent['text']): string {
  const lines = visibleLines(text.slice(0, 20 * SHOWN_LINES * SHOWN_LENGTH))
    .map((line) => line.text.replaceAll('\t', '    ').trimEnd())
    .filter((line) => line !== '');
  const shown = lines.slice(0, SHOWN_LINES).map((line) => {
    return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
  });
  if (lines.length > SHOWN_LINES) shown.push('…');
  return plainText(shown.join('\n'));
}

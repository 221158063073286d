import * as vscode from 'vscode';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { type MoveStep, placeAfterStep } from '../core/edit/editDeck';
import type { Overflow } from '../core/lint/height/overflow';
import { type SlideKind, slideKind } from '../core/summary/slideKind';
import { visibleLines } from '../core/summary/slideLines';
import { plainText } from '../services/plainText';
import { indicesOf } from './chosenSlides';
import type { SlideNode } from './slideTree';
import { slideDetails, slideName, spokenSlide } from './words';

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
 * A slide as an entry of the view; `resource` is the address that determines its badge and color, `findings`
 * their number.
 */
export function slideItem(
  slide: Slide,
  deck: Deck,
  resource: vscode.Uri,
  overflow?: Overflow,
  findings = 0,
): vscode.TreeItem {
  const isStack = slide.stacked && slide.v === 0;
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(slideName(slide, deck), isStack ? Expanded : None);
  // To VS Code an entry that gains children is a new one: it would fold one that it knows without them.
  item.id = isStack ? `${resource.path}/stack` : resource.path;
  item.resourceUri = resource;
  item.iconPath = slide.conflict ? new vscode.ThemeIcon('git-merge') : slideIcon(slide);
  item.description = slideDetails(slide, deck.dialect, overflow);
  item.contextValue = ['slide', ...possibleCommands(slide, deck)].join(' ');
  item.accessibilityInformation = { label: spokenSlide(slide, deck, findings, overflow) };
  return item;
}

const STEPS: readonly MoveStep[] = ['up', 'down', 'intoStack', 'outOfStack'];

/** The conditions for what menus offer for this entry. */
function possibleCommands(slide: Slide, deck: Deck): string[] {
  // The deck may have changed again; then VS Code will soon ask for this entry once more.
  if (deck.slides[slide.index] !== slide) return [];
  if (deck.conflicts.length > 0) return slide.conflict ? ['conflict'] : [];
  const indices = indicesOf(deck, [slide], true);
  const steps = STEPS.filter((step) => placeAfterStep(deck, indices, step));
  return deck.slides[slide.index + 1] ? [...steps, 'join'] : steps;
}

/** A part of a very long series of slides as an entry of the view. */
export function groupItem(nodes: readonly SlideNode[], deck: Deck, resource: vscode.Uri): vscode.TreeItem {
  const [first, last] = [nodes[0]!, nodes.at(-1)!].map(({ slide }) => slideNumber(slide, deck));
  const item = new vscode.TreeItem(`${first} – ${last}`, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = resource.path;
  return item;
}

/** The first lines of slide and notes. A string, which VS Code shows as is. */
export function slideTooltip(slide: Slide, deck: Deck, findings: readonly string[]): string {
  const { text, body, notes } = slide.content;
  const parts = [slideName(slide, deck), firstLines(text.slice(body.start, body.end))];
  if (notes) {
    const words = firstLines(text.slice(notes.start, notes.end));
    if (words) parts.push(`${vscode.l10n.t('Notes:')}\n${words}`);
  }
  parts.push(findings.map(plainText).join('\n'));
  return parts.filter(Boolean).join('\n\n');
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

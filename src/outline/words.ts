import * as vscode from 'vscode';
import type { SlideMark } from '../core/compare/deckChanges';
import type { Deck, Dialect, Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { isHidden } from '../core/edit/editDeck';
import type { Overflow } from '../core/lint/height/overflow';
import { factsOf, type SlideKind, slideKind } from '../core/summary/slideKind';
import { slideSubtitle, slideTitle } from '../core/summary/titles';
import { overflowInShort } from '../services/overflow';
import { plainText } from '../services/plainText';
import { sideName, spokenName, titleText } from '../services/slideWords';

/** Between the parts of a slide's description. */
export const SEPARATOR = ' · ';

/** Number and title. */
export function slideName(slide: Slide, deck: Deck): string {
  return `${slideNumber(slide, deck)} ${titleText(slide)}`;
}

/** What distinguishes the slide from others with its title; empty if nothing does. */
export function subtitleText({ content }: Slide): string {
  return plainText(slideSubtitle(content) ?? '');
}

/** What there is to know about a slide beyond its title, in a few words; may be empty. */
export function slideDetails(slide: Slide, dialect: Dialect, overflow?: Overflow): string {
  const state = slideState(slide, dialect, overflow);
  const subtitle = subtitleText(slide);
  // Both sides may have the same subtitle.
  const parts = slide.conflict ? [...state, subtitle] : [subtitle, ...state];
  return parts.filter(Boolean).join(SEPARATOR);
}

/** Whether the slide is in a merge conflict, is hidden, has notes and fragments, and fits. */
export function slideState(slide: Slide, dialect: Dialect, overflow?: Overflow): string[] {
  const { content } = slide;
  const { hasNotes, fragments } = factsOf(content, dialect);
  const side = sideName(slide);
  const state = side ? [side] : [];
  if (isHidden(content, dialect)) state.push(vscode.l10n.t('hidden'));
  if (hasNotes) state.push(vscode.l10n.t('notes'));
  if (fragments === 1) state.push(vscode.l10n.t('1 fragment'));
  if (fragments > 1) state.push(vscode.l10n.t('{0} fragments', fragments));
  if (overflow) state.push(overflowInShort(overflow));
  return state;
}

/** What else is known of a slide. */
export interface Known {
  readonly findings: readonly string[];
  readonly mark: SlideMark | undefined;
  readonly overflow: Overflow | undefined;
}

/** All of it for screen readers: number, title, kind, findings, changes and state. */
export function spokenSlide(slide: Slide, deck: Deck, { findings, mark, overflow }: Known): string {
  const parts = [
    spokenName(slide, deck),
    subtitleText(slide),
    'text' in slideTitle(slide.content) ? KINDS[slideKind(slide)]() : '',
    findings.length > 0 ? countProblems(findings.length) : '',
    mark ? markInWords(mark) : '',
    ...slideState(slide, deck.dialect, overflow),
  ];
  return parts.filter(Boolean).join(', ');
}

/** How a slide differs from the last commit. */
export function markInWords({ isAdded, isMoved, aspects }: SlideMark): string {
  if (isAdded) return vscode.l10n.t('added');
  if (!isMoved) return vscode.l10n.t('changed');
  return aspects.length > 0 ? vscode.l10n.t('moved and changed') : vscode.l10n.t('moved');
}

/** Text with a line through it, which VS Code has no other way to show in a tree. */
export function struckThrough(text: string): string {
  const characters = new Intl.Segmenter().segment(text);
  return Array.from(characters, ({ segment }) => `${segment}\u0336`).join('');
}

export function countProblems(count: number): string {
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
}

/** What a slide's icon shows; for a slide without words the title already says it. */
const KINDS: Record<SlideKind, () => string> = {
  title: () => vscode.l10n.t('title slide'),
  section: () => vscode.l10n.t('section'),
  content: () => vscode.l10n.t('text'),
  picture: () => vscode.l10n.t('picture'),
  code: () => vscode.l10n.t('code'),
  quote: () => vscode.l10n.t('quote'),
  empty: () => '',
};

import * as vscode from 'vscode';
import type { SlideContent } from '../core/deck/deck';
import type { Culprit, Overflow } from '../core/lint/height/overflow';
import { plainText } from './plainText';

/** Which slides do not fit, as far as a preview has measured them. */
export class Overflows implements vscode.Disposable {
  readonly #measurements = new Set<Measurement>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  /** What is known about the slides of the document at this address has changed. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    this.#changed.dispose();
  }

  /** The slides that do not fit. Empty if no preview of the document is open. */
  of(document: vscode.TextDocument): ReadonlyMap<SlideContent, Overflow> {
    const tooLarge = [...this.measured(document)].filter(
      (result): result is [SlideContent, Overflow] => !!result[1],
    );
    return new Map(tooLarge);
  }

  /** All slides that were measured; null for those that fit. */
  measured(document: vscode.TextDocument): ReadonlyMap<SlideContent, Overflow | null> {
    return new Map(this.#in(document).flatMap(({ results }) => [...results]));
  }

  #in(document: vscode.TextDocument): Measurement[] {
    return [...this.#measurements].filter(({ uri }) => uri.toString() === document.uri.toString());
  }

  /** Whether a preview is about to measure what was edited. */
  isMeasuring(document: vscode.TextDocument): boolean {
    return this.#in(document).some(({ isRunning }) => isRunning);
  }

  /** A place for one preview's results in one document; they are forgotten when it is disposed of. */
  measure(uri: vscode.Uri): Measurement {
    const measurement = new Measurement(
      uri,
      () => this.#changed.fire(uri),
      () => this.#measurements.delete(measurement),
    );
    this.#measurements.add(measurement);
    return measurement;
  }
}

export class Measurement implements vscode.Disposable {
  readonly #results = new Map<SlideContent, Overflow | null>();
  /** Whether what is edited will be measured in a moment. */
  isRunning = false;

  constructor(
    readonly uri: vscode.Uri,
    readonly changed: () => void,
    readonly ended: () => void,
  ) {}

  /** Null for a slide that fits. */
  get results(): ReadonlyMap<SlideContent, Overflow | null> {
    return this.#results;
  }

  /** Takes over the results for some slides; null for a slide that fits. */
  set(results: Iterable<readonly [SlideContent, Overflow | null]>): void {
    let changed = false;
    for (const [content, overflow] of results) {
      const before = this.#results.get(content);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(overflow)) continue;
      this.#results.set(content, overflow);
      changed = true;
    }
    if (changed) this.changed();
  }

  /** Forgets slides that the document no longer has. */
  keepOnly(contents: ReadonlySet<SlideContent>): void {
    for (const content of this.#results.keys()) if (!contents.has(content)) this.#results.delete(content);
  }

  dispose(): void {
    this.ended();
    if (this.#results.size > 0) this.changed();
  }
}

/** Where a slide does not fit, and what part of it, in whole sentences. */
export function overflowInWords({ height, width, tooTall, tooWide }: Overflow): string {
  return [
    ...(height > 0 ? [tallInWords(height, tooTall)] : []),
    ...(width > 0 ? [wideInWords(width, tooWide)] : []),
  ].join(' ');
}

/** The same in a few words. */
export function overflowInShort({ height, tooTall, tooWide }: Overflow): string {
  const culprit = height > 0 ? tooTall : tooWide;
  const what = height > 0 ? vscode.l10n.t('too tall') : vscode.l10n.t('too wide');
  if (!culprit) return what;
  const name = nameOf(culprit);
  return `${what}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function tallInWords(height: number, culprit: Culprit | null): string {
  return culprit
    ? vscode.l10n.t('{0} makes this slide {1} px too tall.', described(culprit), formatted(height))
    : vscode.l10n.t('This slide is {0} px too tall.', formatted(height));
}

function wideInWords(width: number, culprit: Culprit | null): string {
  return culprit
    ? vscode.l10n.t('{0} makes this slide {1} px too wide.', described(culprit), formatted(width))
    : vscode.l10n.t('This slide is {0} px too wide.', formatted(width));
}

function formatted(size: number): string {
  return size.toLocaleString(vscode.env.language);
}

function described(culprit: Culprit): string {
  return culprit.excerpt === '' ? nameOf(culprit) : `${nameOf(culprit)} (${plainText(culprit.excerpt)})`;
}

function nameOf({ part }: Culprit): string {
  switch (part) {
    case 'link':
      return vscode.l10n.t('A long link');
    case 'picture':
      return vscode.l10n.t('A picture');
    case 'video':
      return vscode.l10n.t('A video');
    case 'table':
      return vscode.l10n.t('A table');
    case 'code':
      return vscode.l10n.t('A code block');
    case 'list':
      return vscode.l10n.t('A list');
    case 'heading':
      return vscode.l10n.t('A heading');
    case 'formula':
      return vscode.l10n.t('A formula');
    case 'diagram':
      return vscode.l10n.t('A diagram');
    case 'quote':
      return vscode.l10n.t('A quote');
    case 'text':
      return vscode.l10n.t('Text');
  }
}

import * as vscode from 'vscode';
import type { SlideContent } from '../core/deck/deck';

/** How far a slide's content reaches beyond its slide, in pixels of the slide's own size. */
export interface Overflow {
  readonly height: number;
  readonly width: number;
}

/** Which slides do not fit, as far as a preview has measured them. */
export class Overflows implements vscode.Disposable {
  readonly #measurements = new Set<Measurement>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  /** More is known of the slides of the document at this address, or no longer. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    this.#changed.dispose();
  }

  /** The slides that do not fit. Empty where no preview of the document is open. */
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

  /** A place for what one preview finds in one document; it is forgotten when it is disposed of. */
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

  /** Takes over the results for some slides; null for one that fits. */
  set(results: Iterable<readonly [SlideContent, Overflow | null]>): void {
    let changed = false;
    for (const [content, overflow] of results) {
      const before = this.#results.get(content);
      const isSame = before?.height === overflow?.height && before?.width === overflow?.width;
      if (before !== undefined && isSame) continue;
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

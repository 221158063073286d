import * as vscode from 'vscode';
import { findFile } from '../core/files/deckFiles';
import type { Look } from '../core/options/slideOptions';
import type { FoundSheet } from '../core/page/authorSheets';
import { HIGHLIGHT_STYLES, type LookStyles, lookStyles } from '../core/page/pageStyles';
import { WorkspaceDeckFiles } from '../services/deckFiles';
import type { Services } from '../services/services';
import { previewAsset } from './html';

type HighlightStyles = Readonly<Record<string, string>>;

/** They are the same for all previews. */
let shipped: Promise<HighlightStyles> | undefined;

/** Finds the style sheets of one deck for its preview: as in their editors, or else as in the files. */
export class StyleFiles {
  readonly #files: WorkspaceDeckFiles;
  #highlight: HighlightStyles | undefined;
  #wantsHighlight = false;
  #last: {
    readonly look: Look;
    readonly read: ReadonlyMap<string, FoundSheet | undefined>;
    readonly found: LookStyles;
  } | null = null;

  constructor(
    document: vscode.Uri,
    readonly extensionUri: vscode.Uri,
    { folders, decks }: Pick<Services, 'folders' | 'decks'>,
  ) {
    this.#files = new WorkspaceDeckFiles(document, folders, decks);
  }

  /** Whether the style sheets depend on this file, or on its absence. */
  dependsOn(file: vscode.Uri): boolean {
    return this.#files.dependsOn(file);
  }

  /** Whether the text of this file is one of the style sheets. */
  readsText(file: vscode.Uri): boolean {
    return this.#files.readsText(file);
  }

  /** The same object as before if nothing has changed. */
  async of(look: Look): Promise<LookStyles> {
    const found = await this.#files.settled(
      () => this.#known(look) ?? this.#find(look),
      () => true,
    );
    if (!this.#wantsHighlight || this.#highlight) return found!;
    shipped ??= readHighlightStyles(this.extensionUri);
    this.#highlight = await shipped;
    this.#last = null;
    return this.of(look);
  }

  /** What was found last, if each file read for it is as it was. */
  #known(look: Look): LookStyles | null {
    const last = this.#last;
    if (!last || JSON.stringify(last.look) !== JSON.stringify(look)) return null;
    const isSame = [...last.read].every(([path, before]) => isSameSheet(this.#sheet(path), before));
    return isSame ? last.found : null;
  }

  #find(look: Look): LookStyles {
    const read = new Map<string, FoundSheet | undefined>();
    const found = lookStyles(look, {
      read: (path) => {
        const sheet = this.#sheet(path);
        read.set(path, sheet);
        return sheet;
      },
      highlight: (name) => {
        this.#wantsHighlight = true;
        if (!this.#highlight) return undefined;
        return Object.hasOwn(this.#highlight, name) ? this.#highlight[name]! : null;
      },
    });
    this.#last = { look, read, found };
    return found;
  }

  #sheet(path: string): FoundSheet | undefined {
    if (!vscode.workspace.isTrusted) return { trouble: 'restricted' };
    const found = findFile(this.#files, path);
    if (!found) return undefined;
    if (found.kind === 'outside' || found.kind === 'missing') return { trouble: found.kind };
    const text = found.kind === 'file' ? this.#files.text(found.path) : null;
    if (text === undefined) return undefined;
    return text === null ? { trouble: 'unreadable' } : { css: text };
  }
}

function isSameSheet(a: FoundSheet | undefined, b: FoundSheet | undefined): boolean {
  if (!a || !b) return a === b;
  return 'css' in a ? 'css' in b && a.css === b.css : 'trouble' in b && a.trouble === b.trouble;
}

async function readHighlightStyles(extensionUri: vscode.Uri): Promise<HighlightStyles> {
  const file = previewAsset(extensionUri, `styles/${HIGHLIGHT_STYLES}`);
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as HighlightStyles;
}

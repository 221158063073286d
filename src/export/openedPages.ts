import * as vscode from 'vscode';
import { slugOf } from '../core/authoring/snippets/snippets';
import { writeWhole } from '../services/writeWhole';
import { digest } from './digest';
import type { Made } from './made';

/** Milliseconds after which a page is deleted: until then its browser can load it again. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/** The pages that were opened in the browser, in a folder of the extension's own: one for each deck. */
export class OpenedPages {
  constructor(readonly folder: vscode.Uri) {}

  /** Writes a deck's page over the deck's last one. Pages of other decks that are a week old are deleted. */
  async write(deck: vscode.Uri, page: Made['content']): Promise<vscode.Uri> {
    const file = vscode.Uri.joinPath(this.folder, await nameFor(deck));
    await writeWhole(file, page);
    await this.#deleteOld();
    return file;
  }

  async #deleteOld(): Promise<void> {
    const { fs } = vscode.workspace;
    for (const [name] of await fs.readDirectory(this.folder)) {
      const page = vscode.Uri.joinPath(this.folder, name);
      try {
        const { mtime } = await fs.stat(page);
        if (Date.now() - mtime > KEPT) await fs.delete(page);
      } catch {
        // Another window has deleted it.
      }
    }
  }
}

/** Letters, digits and hyphens only: VS Code does not write all other characters correctly into an address. */
async function nameFor(deck: vscode.Uri): Promise<string> {
  const name = slugOf(deck.path.replace(/^.*\//s, '').replace(/\.\w+$/, '')).slice(0, 60) || 'deck';
  return `${name}-${(await digest(deck.toString())).slice(0, 12)}.html`;
}

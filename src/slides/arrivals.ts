import * as vscode from 'vscode';
import { isMarkdownFile, isNeverEntered, MARKDOWN_FILES } from '../services/markdownFiles';

/**
 * Milliseconds for which a new file is remembered: when a file moves, both ends are reported at about the
 * same time.
 */
const REMEMBERED = 5000;
/** Only files that are not decks arrive in larger numbers at once. */
const MAX_ARRIVALS = 200;
const MAX_IN_FOLDER = 1000;

/** Files and folders that have just appeared. One of them may be what has become of a deck that is gone. */
export class Arrivals {
  readonly #arrived = new Map<string, { readonly uri: vscode.Uri; readonly time: number }>();

  add(uri: vscode.Uri): void {
    if (isNeverEntered(uri.path)) return;
    this.#arrived.delete(uri.toString());
    this.#arrived.set(uri.toString(), { uri, time: Date.now() });
    if (this.#arrived.size > MAX_ARRIVALS) this.#arrived.delete(this.#arrived.keys().next().value!);
  }

  /** The file that has the deck's text; of several, one of the same name. */
  async find(deck: vscode.TextDocument): Promise<vscode.Uri | undefined> {
    const name = nameOf(deck.uri);
    const found: vscode.Uri[] = [];
    for (const file of await this.#files()) if (await holds(file, deck)) found.push(file);
    return found.find((file) => nameOf(file) === name) ?? found[0];
  }

  async #files(): Promise<vscode.Uri[]> {
    const oldest = Date.now() - REMEMBERED;
    const recent = [...this.#arrived.values()].filter(({ time }) => time >= oldest);
    return (await Promise.all(recent.map(({ uri }) => decksAt(uri)))).flat();
  }
}

/** The file itself, or all files of a folder: there are no events for the files within. */
async function decksAt(uri: vscode.Uri): Promise<vscode.Uri[]> {
  if (isMarkdownFile(uri.path)) return [uri];
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => null);
  if (!stat || !(stat.type & vscode.FileType.Directory)) return [];
  return vscode.workspace.findFiles(
    new vscode.RelativePattern(uri, MARKDOWN_FILES),
    undefined,
    MAX_IN_FOLDER,
  );
}

async function holds(file: vscode.Uri, deck: vscode.TextDocument): Promise<boolean> {
  try {
    const text = deck.getText();
    // No encoding uses more bytes per character.
    const { size } = await vscode.workspace.fs.stat(file);
    if (size < text.length || size > 4 * text.length + 4) return false;
    const bytes = await vscode.workspace.fs.readFile(file);
    const found = await vscode.workspace.decode(bytes, { encoding: deck.encoding });
    return withoutCarriageReturns(found) === withoutCarriageReturns(text);
  } catch {
    // Gone again, or unreadable.
    return false;
  }
}

function withoutCarriageReturns(text: string): string {
  return text.replaceAll('\r', '');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

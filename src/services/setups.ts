import * as vscode from 'vscode';
import type * as Readers from '../bundles/setups';
import type { Setup } from '../core/deck/setup';
import { mayHoldPages, PAGE, type SetupFiles, SetupFinder } from '../core/setup/findSetup';
import { MAX_SETUP_LENGTH } from '../core/setup/values';
import { getOrSet } from '../core/text/getOrSet';
import { readText } from './config';
import { ConfigProblems, configDiagnostic } from './configProblems';
import { isWithin, parent, rootOf } from './deckRoot';
import { fileOf } from './documentFile';
import { readEntries } from './folders';
import { loadBundle } from './loadBundle';

/** A workspace folder, or the folder of a deck outside of all. */
interface Root {
  readonly uri: vscode.Uri;
  readonly watcher: vscode.Disposable;
  /** Replaced when a file changes that it may have read. */
  finder: SetupFinder;
  /** What applies to each deck, by its path from the root. */
  readonly known: Map<string, Setup | null>;
  /** Decks that were asked for before they were known. */
  readonly awaited: Set<string>;
  /** The folders that were listed and the files that were read, as URIs. */
  readonly seen: Set<string>;
  /** Files with problems that are shown. */
  readonly shown: Set<string>;
  /** While what was known is looked up again after a change. */
  reading: Promise<void> | undefined;
}

/**
 * How the files around each document set it up, from its folder up to its workspace folder and no further. Without
 * a workspace folder only the document's own folder is searched. In Restricted Mode nothing is read: patterns, styles
 * and options could be anyone's.
 */
export class Setups implements vscode.Disposable {
  readonly #roots = new Map<string, Root>();
  readonly #problems = new ConfigProblems('deckwright-setup');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** Documents may be set up in another way than before. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly extensionUri: vscode.Uri) {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#forget()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
    );
  }

  dispose(): void {
    const watchers = [...this.#roots.values()].map(({ watcher }) => watcher);
    vscode.Disposable.from(this.#subscriptions, this.#problems, this.#changed, ...watchers).dispose();
  }

  /** What sets up the document, or null if nothing does. Undefined until it is known; `onDidChange` then fires. */
  of(uri: vscode.Uri): Setup | null | undefined {
    const place = this.#placeOf(uri);
    if (!place) return null;
    const { root, deck } = place;
    const setup = root.known.get(deck);
    if (setup === undefined) {
      root.awaited.add(deck);
      void this.ready(uri);
    }
    return setup;
  }

  /** Resolves when `of` returns what the files say. */
  async ready(uri: vscode.Uri): Promise<void> {
    const place = this.#placeOf(uri);
    if (!place) return;
    const { root, deck } = place;
    // Files may change again while they are read.
    while (root.reading) await root.reading;
    if (root.known.has(deck)) return;
    const isNew = await this.#find(root, deck);
    if (!root.reading) this.#showProblems(root);
    const isAwaited = root.awaited.delete(deck);
    if (isNew && isAwaited) this.#changed.fire();
  }

  /** Whether the deck is set up in another way than was known. */
  async #find(root: Root, deck: string): Promise<boolean> {
    for (;;) {
      const { finder } = root;
      try {
        const setup = await finder.of(deck);
        if (finder !== root.finder) continue;
        const before = root.known.get(deck) ?? null;
        root.known.set(deck, setup);
        return JSON.stringify(before) !== JSON.stringify(setup);
      } catch (error) {
        // What failed once may succeed the next time.
        if (finder === root.finder) root.finder = this.#finder(root);
        throw error;
      }
    }
  }

  #readAgain(root: Root): void {
    root.seen.clear();
    root.finder = this.#finder(root);
    root.reading ??= this.#findAll(root).finally(() => {
      root.reading = undefined;
    });
  }

  async #findAll(root: Root): Promise<void> {
    let isChanged = false;
    let finder: SetupFinder;
    do {
      ({ finder } = root);
      const changes = await Promise.all([...root.known.keys()].map((deck) => this.#find(root, deck)));
      isChanged ||= changes.includes(true);
      // Files may have changed again after one of the decks was looked up.
    } while (finder !== root.finder);
    this.#showProblems(root);
    if (isChanged) this.#changed.fire();
  }

  #placeOf(uri: vscode.Uri): { readonly root: Root; readonly deck: string } | null {
    const file = fileOf(uri);
    const folder = rootOf(uri);
    if (!vscode.workspace.isTrusted || !file || !folder) return null;
    const root = getOrSet(this.#roots, folder.toString(), () => this.#open(folder));
    // By length, as the two may spell their common part with different case.
    const deck = file.path.slice(folder.path.replace(/\/$/, '').length + 1);
    return { root, deck };
  }

  #open(uri: vscode.Uri): Root {
    const pattern = isLoose(uri) ? '*' : '**';
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, pattern));
    const about = { uri, watcher, known: new Map(), awaited: new Set<string>(), shown: new Set<string>() };
    const seen = new Set<string>();
    const root: Root = { ...about, seen, finder: this.#finder({ uri, seen }), reading: undefined };
    watcher.onDidCreate((file) => this.#follow(root, file, true));
    watcher.onDidChange((file) => this.#follow(root, file, false));
    watcher.onDidDelete((file) => this.#follow(root, file, true));
    return root;
  }

  #follow(root: Root, file: vscode.Uri, mayBeFolder: boolean): void {
    const settings = file.path.endsWith('/.vscode/settings.json');
    const folder = settings ? parent(parent(file)) : parent(file);
    const isSeen = (of: vscode.Uri) => root.seen.has(of.toString());
    const isSetup = isSeen(file) || ((settings || SETUP.test(file.path)) && isSeen(folder));
    // In a folder that is new.
    const isNearbyPage = PAGE.test(file.path) && isSeen(parent(folder)) && mayHoldPages(nameOf(folder));
    const path = file.path.slice(root.uri.path.replace(/\/$/, '').length + 1);
    const isNamed = mayBeFolder && root.finder.named.has(path);
    // When a folder comes or goes, there are no events for the files within.
    const isFolder =
      mayBeFolder &&
      (file.path.endsWith('/.vscode') ||
        (isSeen(folder) && !nameOf(file).includes('.') && mayHoldPages(nameOf(file))) ||
        [...root.seen].some((seen) => isWithin(vscode.Uri.parse(seen), file)));
    if (isSetup || isNearbyPage || isNamed || isFolder) this.#readAgain(root);
  }

  #finder({ uri, seen }: Pick<Root, 'uri' | 'seen'>): SetupFinder {
    const at = (path: string) => (path === '' ? uri : vscode.Uri.joinPath(uri, path));
    const files: SetupFiles = {
      isLoose: isLoose(uri),
      list(folder) {
        seen.add(at(folder).toString());
        return readEntries(at(folder));
      },
      async read(path) {
        seen.add(at(path).toString());
        const stat = await vscode.workspace.fs.stat(at(path)).then(undefined, () => null);
        // Reading a pipe or a device might never end.
        const isReadable = stat && stat.type & vscode.FileType.File && stat.size <= MAX_SETUP_LENGTH;
        return isReadable ? readText(at(path)) : null;
      },
    };
    return new SetupFinder(files, () => loadBundle<typeof Readers>(this.extensionUri, 'setups.js'));
  }

  #showProblems({ uri, finder, shown }: Root): void {
    for (const file of shown) {
      if (!finder.problems.has(file)) this.#problems.set(vscode.Uri.joinPath(uri, file), []);
    }
    shown.clear();
    for (const [file, { text, problems }] of finder.problems) {
      shown.add(file);
      this.#problems.set(
        vscode.Uri.joinPath(uri, file),
        problems.map((problem) => configDiagnostic(problem, text)),
      );
    }
  }

  #forget(): void {
    for (const { watcher } of this.#roots.values()) watcher.dispose();
    this.#roots.clear();
    this.#problems.clear();
    this.#changed.fire();
  }
}

/** Whether a root is the folder of a deck that is in no workspace folder. */
function isLoose(root: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(root) === undefined;
}

/** The files that may set up a deck, but for settings, which have a folder of their own. */
const SETUP = /\/(?:reveal(?:-md)?\.json5?|package\.json|mkslides\.yml|[^/]+\.html?)$/i;

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

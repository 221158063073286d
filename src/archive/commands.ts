import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { conflictsIn } from '../core/deck/conflicts';
import { deckOfCommand } from '../services/deckOfCommand';
import { decksAmong, type FoundDeck, type FoundDecks, markdownFilesIn } from '../services/foundDecks';
import { loadBundle } from '../services/loadBundle';
import { plainName, plainText } from '../services/plainText';
import { withProgress } from '../services/progress';
import { isRefused } from '../services/remote';
import type { Services } from '../services/services';
import { tell } from '../services/tell';
import { troubleInWords } from '../services/troubleInWords';
import { archive, type Outcome } from './archiving';
import { chooseFiles } from './chooseFiles';
import { only, planJobs } from './job';
import { undo } from './rewrite';
import { summary } from './words';

/** Saves what decks show from other servers beside them. */
export class ArchiveCommands {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  /**
   * For the deck the user is on, or what is chosen in the explorer: decks and folders. Scripts that pass `all` in place
   * of what is chosen get no list to choose from.
   */
  async pictures(clicked: unknown, chosen: unknown): Promise<void> {
    if (isRefused()) return;
    const asks = chosen !== 'all';
    const several = Array.isArray(chosen) ? chosen.filter((each) => each instanceof vscode.Uri) : [];
    const uris = several.length > 0 ? several : clicked instanceof vscode.Uri ? [clicked] : [];
    if (uris.length > 1 || (uris[0] && (await isFolder(uris[0])))) return this.#several(uris, asks);
    const deck = await this.#deck(uris[0]);
    if (deck) await this.#archive(this.#found(deck), plainName(deck.uri), asks);
  }

  /** For all decks of the workspace. */
  async all(): Promise<void> {
    if (!isRefused()) await this.#several([], true);
  }

  /** For one picture of an open deck, by its address: the quick fix. */
  async picture(uri: vscode.Uri, address: string): Promise<void> {
    const document = isRefused() ? undefined : await this.#deck(uri);
    if (!document) return;
    const bundle = await this.#load();
    const planned = await planJobs(this.#found(document).decks, bundle, this.services);
    const jobs = planned.map((job) => only(job, (file) => file.address === address.replace(/#.*$/s, '')));
    if (jobs.every(({ plan }) => plan.length === 0)) {
      const said = vscode.l10n.t('The deck no longer refers to this picture.');
      void vscode.window.showInformationMessage(said);
      return;
    }
    const { host } = new URL(address);
    const title = vscode.l10n.t('Downloading from {0}', plainText(host));
    const outcome = await archive(jobs, title, bundle, this.services);
    const trouble = outcome?.files[0]?.trouble;
    if (trouble) void sayWhyNot(address, troubleInWords(trouble));
    else if (outcome) void this.#tell(outcome, []);
  }

  /** A deck that may be changed and has a folder; undefined if there is none, which the user is told. */
  async #deck(argument: unknown): Promise<vscode.TextDocument | undefined> {
    const document = await deckOfCommand(argument, this.services, vscode.l10n.t('Archive Pictures'));
    if (document?.isUntitled) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Save the deck first: pictures and other files are copied into its folder.'),
      );
      return undefined;
    }
    if (!document || !(await this.services.deckEdits.mayEdit(document))) return undefined;
    const deck = this.services.decks.deckOf(document);
    if (deck.conflicts.length === 0) return document;
    this.services.deckEdits.refuse({ refusal: 'conflict' }, deck);
    return undefined;
  }

  #found(document: vscode.TextDocument): FoundDecks {
    const recognized = this.services.decks.recognize(document);
    return { decks: [{ uri: document.uri, text: document.getText(), recognized }], unreadable: [] };
  }

  /** For the decks among these files and in these folders, or all of the workspace. */
  async #several(uris: readonly vscode.Uri[], asks: boolean): Promise<void> {
    const title = vscode.l10n.t('Looking for pictures on other servers');
    const all = await withProgress(title, async (signal) =>
      decksAmong(await filesAmong(uris), this.services, signal),
    );
    if (!all) return;
    const found = withoutConflicts(all);
    const [only] = uris;
    const name = only && uris.length === 1 ? plainName(only) : vscode.l10n.t('{0} decks', found.decks.length);
    await this.#archive(found, name, asks);
  }

  async #archive({ decks, unreadable }: FoundDecks, name: string, asks: boolean): Promise<void> {
    const bundle = await this.#load();
    const jobs = await planJobs(decks, bundle, this.services);
    if (jobs.length === 0) {
      const said = vscode.l10n.t('{0}: nothing is shown from other servers.', name);
      void tell(said, unreadable, this.services.log);
      return;
    }
    const title = vscode.l10n.t('Archive Pictures: {0}', name);
    const wanted = asks ? await chooseFiles(jobs, title) : jobs;
    if (!wanted) return;
    const outcome = await archive(wanted, title, bundle, this.services);
    if (outcome) void this.#tell(outcome, unreadable);
  }

  async #tell(
    { files, rewritten, complaints, isCanceled }: Outcome,
    unreadable: readonly string[],
  ): Promise<void> {
    const said = summary({
      saved: files.filter(({ fetched }) => fetched !== null).length,
      present: files.filter(({ fetched, trouble }) => fetched === null && !trouble).length,
      failed: files.filter(({ trouble }) => trouble).length,
      changed: rewritten.map(({ uri }) => uri),
      isCanceled,
    });
    const back = vscode.l10n.t('Undo');
    const buttons = rewritten.length > 0 ? [back] : [];
    const choice = await tell(said, [...complaints, ...unreadable], this.services.log, ...buttons);
    if (choice === back) await undo(rewritten, this.services);
  }

  #load(): Promise<typeof Upkeep> {
    return loadBundle<typeof Upkeep>(this.extensionUri, 'upkeep.js');
  }
}

/** Decks in a merge conflict are left as they are, which is told with what can't be read. */
function withoutConflicts({ decks, unreadable }: FoundDecks): FoundDecks {
  const isConflicted = ({ text }: FoundDeck) => conflictsIn(text).length > 0;
  const reason = vscode.l10n.t('Resolve the merge conflict first. Nothing was changed.');
  return {
    decks: decks.filter((deck) => !isConflicted(deck)),
    unreadable: [...unreadable, ...decks.filter(isConflicted).map(({ uri }) => `${uri.fsPath}: ${reason}`)],
  };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => null);
  return stat !== null && (stat.type & vscode.FileType.Directory) !== 0;
}

async function filesAmong(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  if (uris.length === 0) return markdownFilesIn();
  const files = new Map<string, vscode.Uri>();
  for (const uri of uris)
    for (const file of (await isFolder(uri)) ? await markdownFilesIn(uri) : [uri])
      files.set(file.toString(), file);
  return [...files.values()];
}

/** One picture can be saved by hand instead. */
async function sayWhyNot(address: string, reason: string): Promise<void> {
  const open = vscode.l10n.t('Open in Browser');
  const message = vscode.l10n.t('The picture could not be saved. {0}', reason);
  if ((await vscode.window.showWarningMessage(message, open)) === open)
    await vscode.env.openExternal(vscode.Uri.parse(address));
}

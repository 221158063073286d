import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import type { PlannedFile } from '../core/archive/plan';
import type { Source } from '../core/archive/remoteFiles';
import type { Config } from '../core/config/config';
import type { Deck } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import { WorkspaceDeckFiles } from '../services/deckFiles';
import { rootOf } from '../services/deckRoot';
import { parseOptions } from '../services/decks';
import { Folders } from '../services/folders';
import type { FoundDeck } from '../services/foundDecks';
import type { Services } from '../services/services';
import { WorkspaceCopies } from '../services/workspaceCopies';

/** A deck, or a style sheet that a deck names. */
export interface ArchiveText {
  readonly uri: vscode.Uri;
  /** As it was when the plan was made. */
  readonly text: string;
  readonly source: Source;
  /** What the same text names by then. */
  sourceOf(now: Deck): Source;
}

/** Decks of one root and one configuration: what they show is archived together. */
export interface ArchiveJob {
  readonly config: Config;
  /** One of the decks. */
  readonly deck: vscode.Uri;
  readonly store: WorkspaceCopies;
  readonly texts: readonly ArchiveText[];
  readonly plan: readonly PlannedFile[];
}

/** Finds out what archiving these decks would do. Nothing is requested or written. */
export async function planJobs(
  found: readonly FoundDeck[],
  bundle: typeof Upkeep,
  services: Services,
): Promise<ArchiveJob[]> {
  // Listed again: watchers may not yet have reported a file that was just added.
  const folders = new Folders();
  try {
    const jobs: ArchiveJob[] = [];
    for (const decks of groupsOf(found, services)) {
      const job = await planJob(decks, folders, bundle, services);
      if (job.plan.length > 0) jobs.push(job);
    }
    return jobs;
  } finally {
    folders.dispose();
  }
}

/** By root and configuration. Decks without a file have no root and nothing beside them. */
function groupsOf(found: readonly FoundDeck[], { configs }: Services): FoundDeck[][] {
  const groups = new Map<string, Map<Config, FoundDeck[]>>();
  for (const deck of found) {
    const root = rootOf(deck.uri);
    if (!root) continue;
    const byConfig = groups.get(root.toString()) ?? new Map<Config, FoundDeck[]>();
    groups.set(root.toString(), byConfig);
    const config = configs.of(deck.uri);
    byConfig.set(config, [...(byConfig.get(config) ?? []), deck]);
  }
  return [...groups.values()].flatMap((byConfig) => [...byConfig.values()]);
}

async function planJob(
  found: readonly FoundDeck[],
  folders: Folders,
  bundle: typeof Upkeep,
  services: Services,
): Promise<ArchiveJob> {
  const { uri } = found[0]!;
  const root = rootOf(uri)!;
  const config = services.configs.of(uri);
  const texts = new Map<string, ArchiveText>();
  for (const { uri, text, recognized } of found) {
    const files = new WorkspaceDeckFiles(uri, folders, services.decks);
    const deck = parseDeck(text, parseOptions(recognized));
    const sourceOf = (now: Deck) => bundle.deckSource(now, files.deck, config);
    texts.set(files.deck, { uri, text, source: sourceOf(deck), sourceOf });
    for (const [path, css] of await sheetsOf(deck, files, bundle)) {
      const sourceOf = (now: Deck) => bundle.sheetSource(now.text, path, config);
      const uri = vscode.Uri.joinPath(root, path);
      texts.set(path, { uri, text: css, source: bundle.sheetSource(css, path, config), sourceOf });
    }
  }
  const store = new WorkspaceCopies(root);
  const all = [...texts.values()];
  const sources = all.map(({ source }) => source);
  const plan = await bundle.planArchive(sources, store, config.hedgedocHosts);
  return { config, deck: uri, store, texts: all, plan };
}

async function sheetsOf(
  deck: Deck,
  files: WorkspaceDeckFiles,
  bundle: typeof Upkeep,
): Promise<(readonly [path: string, css: string])[]> {
  const look = () =>
    bundle.namedSheets(deck, files).flatMap((path) => {
      const css = files.text(path);
      return typeof css === 'string' ? [[path, css] as const] : [];
    });
  return (await files.settled(look, () => true)) ?? [];
}

/** A job for some of its files. */
export function only(job: ArchiveJob, isWanted: (file: PlannedFile) => boolean): ArchiveJob {
  return { ...job, plan: job.plan.filter(isWanted) };
}

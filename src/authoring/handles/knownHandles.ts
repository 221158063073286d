import * as vscode from 'vscode';
import {
  type KnownPeople,
  type LikelyHandle,
  likelyPresenters,
  likelyReporters,
} from '../../core/community/likelyHandles';
import { plainText } from '../../services/plainText';
import type { Services } from '../../services/services';
import type { DatedDecks } from '../datedDecks';
import { WorkspaceHandles } from './workspaceHandles';

/** A GitHub handle to choose, with a few words on where it is known from. */
export interface KnownHandle {
  /** Without `@`. */
  readonly handle: string;
  readonly description: string;
}

/**
 * Which handles a deck may mean: those of earlier decks, the configuration, and all decks of the workspace.
 */
export class KnownHandles implements vscode.Disposable {
  readonly #inWorkspace: WorkspaceHandles;

  constructor(
    readonly services: Services,
    readonly datedDecks: DatedDecks,
  ) {
    this.#inWorkspace = new WorkspaceHandles(services);
  }

  dispose(): void {
    this.#inWorkspace.dispose();
  }

  /**
   * For a deck, the likeliest first; without a team, those who present. `mentioned` are the handles in the
   * deck. Fewer if the request is canceled in the meantime.
   */
  async of(
    deck: vscode.Uri,
    team: string | undefined,
    mentioned: readonly string[] = [],
    token?: vscode.CancellationToken,
  ): Promise<KnownHandle[]> {
    const { configs } = this.services;
    await configs.ready(deck);
    const earlier = await this.datedDecks.earlierThan(deck);
    return this.among({ earlier, teams: configs.of(deck).teams }, team, mentioned, token);
  }

  /** The same with what else is known of earlier decks and teams. */
  async among(
    known: Omit<KnownPeople, 'others'>,
    team: string | undefined,
    mentioned: readonly string[] = [],
    token?: vscode.CancellationToken,
  ): Promise<KnownHandle[]> {
    const others = byFrequency([...mentioned, ...(await this.#inWorkspace.all(token))]);
    const people = { ...known, others };
    const handles = team === undefined ? likelyPresenters(people) : likelyReporters(team, people);
    return handles.map(({ handle, reason }) => ({ handle, description: describe(reason, team) }));
  }
}

function describe(reason: LikelyHandle['reason'], team: string | undefined): string {
  switch (reason?.kind) {
    case 'presented':
      return vscode.l10n.t('presented on {0}', reason.date);
    case 'reported':
      return reason.team === team
        ? vscode.l10n.t('reported on {0}', reason.date)
        : `${plainText(reason.team)}, ${reason.date}`;
    case 'reporter':
      return plainText(reason.team);
    default:
      return '';
  }
}

function byFrequency(handles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const handle of handles) counts.set(handle, (counts.get(handle) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([handle]) => handle);
}

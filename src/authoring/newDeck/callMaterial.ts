import * as vscode from 'vscode';
import { dayOf } from '../../core/community/callDays';
import { type CarriedEvent, carriedEvents } from '../../core/community/carriedEvents';
import { dayOfFile } from '../../core/community/dates';
import type { Reporting } from '../../core/community/earlierCall';
import type { Team } from '../../core/config/config';
import type { Services } from '../../services/services';
import { type DatedDecks, dateOf, type EarlierDeck } from '../datedDecks';
import { type KnownPicture, knownPictures } from '../pictures/knownPictures';
import type { CallPlace } from './callPlaces';

/** What a new deck can be made from. */
export interface CallMaterial {
  /** Earlier decks; the first is the one the new deck is modeled on. */
  readonly earlier: readonly EarlierDeck[];
  /** The teams of the configuration. */
  readonly teams: readonly Team[];
  /** The teams of the last deck, and who reported for them. */
  readonly reports: readonly Reporting[];
  /** Those of the last deck first. */
  readonly pictures: readonly KnownPicture[];
  /** Those of the last deck that are not over. */
  readonly events: readonly CarriedEvent[];
}

const UNTITLED = vscode.Uri.from({ scheme: 'untitled', path: 'deck.md' });

export async function materialFor(
  { folder, lastDeck }: CallPlace,
  { configs }: Services,
  datedDecks: DatedDecks,
): Promise<CallMaterial> {
  const deck = folder ? vscode.Uri.joinPath(folder, 'deck.md') : UNTITLED;
  await configs.ready(deck);
  const { teams, pictureFolder } = configs.of(deck);
  const earlier = lastDeck ? await earlierDecks(lastDeck, datedDecks) : [];
  const last = earlier.find(({ uri }) => uri.toString() === lastDeck?.toString());
  return {
    earlier,
    teams,
    reports: last?.call.teams ?? [],
    pictures: folder ? await knownPictures(deck, pictureFolder, earlier) : [],
    events: last ? eventsOf(last) : [],
  };
}

async function earlierDecks(lastDeck: vscode.Uri, datedDecks: DatedDecks): Promise<EarlierDeck[]> {
  const last = await datedDecks.earlier(lastDeck, dateOf(lastDeck) ?? '');
  const others = await datedDecks.earlierThan(lastDeck);
  return last ? [last, ...others] : others;
}

function eventsOf({ uri, deck }: EarlierDeck): CarriedEvent[] {
  const today = dayOf(new Date());
  return carriedEvents(deck, dayOfFile(uri.path) ?? today, today);
}

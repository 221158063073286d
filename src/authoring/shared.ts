import type { DatedDecks } from './datedDecks';
import type { HandleStops } from './handles/handleStops';
import type { KnownHandles } from './handles/knownHandles';

/** What completion, snippets and new decks share. */
export interface Shared {
  readonly datedDecks: DatedDecks;
  readonly handles: KnownHandles;
  readonly stops: HandleStops;
}

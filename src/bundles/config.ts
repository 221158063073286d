// What reads .deckwright.json, finds its mistakes and adds to it.
export { disableRule } from '../core/config/disableRule';
export { MAX_LENGTH, readConfig, unreadable } from '../core/config/readConfig';
export { type FolderFile, type Settlement, settleDecks, settlementsOf } from '../core/config/settleDecks';

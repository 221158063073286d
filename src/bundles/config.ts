// What reads .deckwright.json and finds its mistakes.
export { MAX_LENGTH, readConfig, unreadable } from '../core/config/readConfig';

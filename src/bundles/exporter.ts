// What exports decks; the colouring of code, which is large, is in here alone.
export { highlight } from '../core/render/highlight';
export { exportDeck } from '../export/exportDeck';

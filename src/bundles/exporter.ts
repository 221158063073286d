// What exports decks; only this bundle has the coloring of code, which is large.
export { highlight } from '../core/render/highlight';
export { exportDeck } from '../export/exportDeck';

// A bundle of its own, so that what only the export needs, the colouring of code above all, is loaded by it alone.
export { highlight } from '../core/render/highlight';
export { exportDeck } from './exportDeck';

/**
 * The linter for the editor, in a bundle of its own (dist/linter.js), loaded with the first deck that is linted.
 */
export { fixAll, isFixable } from './fixAll';
export { lintDeck, lintSlides } from './lintDeck';
export { pictureFacts } from './pictureFacts';
export { descriptionOf } from './rules';
export { disableForLine, disableInDeck } from './suppressions';

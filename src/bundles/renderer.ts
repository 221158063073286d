// What turns slides into HTML, and compares them as they are shown.

export { withChangedFiles } from '../core/compare/changedFiles';
export { compareDecks } from '../core/compare/compareDecks';
export { markChanges } from '../core/compare/markChanges';
export { renderSlide } from '../core/render/renderSlide';

// What turns slides into HTML, and compares them as they are shown.

export { compareDecks } from '../core/compare/compareDecks';
export { renderSlide } from '../core/render/renderSlide';

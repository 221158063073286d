// What turns slides into HTML.
export { renderSlide } from '../core/render/renderSlide';

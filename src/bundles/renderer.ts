// What makes HTML of slides.
export { renderSlide } from '../core/render/renderSlide';

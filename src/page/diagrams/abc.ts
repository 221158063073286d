/*! abcjs 6.7.2, MIT, (c) Paul Rosen and Gregory Dyke */
import { renderAbc } from 'abcjs';
import { registerDrawer } from './drawers';

registerDrawer('abc', (source, stage) => {
  renderAbc(stage, source);
  const svg = stage.querySelector('svg');
  if (!svg) throw new Error('No tune found.');
  // Lets it shrink if the slide is narrower.
  svg.setAttribute(
    'viewBox',
    `0 0 ${parseFloat(svg.getAttribute('width')!)} ${parseFloat(svg.getAttribute('height')!)}`,
  );
  return svg.outerHTML;
});

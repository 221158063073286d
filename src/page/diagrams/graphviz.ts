import draw from 'viz.js/viz.js';
import { registerDrawer } from './drawers';

registerDrawer('graphviz', (source) => {
  const document = draw(source, { format: 'svg' });
  return document.slice(document.indexOf('<svg'));
});

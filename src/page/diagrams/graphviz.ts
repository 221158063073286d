/*! Viz.js 1.8.2, MIT, (c) Michael Daines; in it Graphviz 2.40.1, EPL-1.0, source at https://graphviz.org,
    and Expat 2.2.5, MIT, (c) Thai Open Source Software Center Ltd, Clark Cooper, Expat maintainers */
import draw from 'viz.js/viz.js';
import { registerDrawer } from './drawers';

registerDrawer('graphviz', (source) => {
  const document = draw(source, { format: 'svg' });
  return document.slice(document.indexOf('<svg'));
});

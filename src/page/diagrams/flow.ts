/*! flowchart.js 1.18.0, MIT, (c) Adriano Raiano; Raphaël 2.3.0, MIT, (c) Dmitry Baranovskiy, Sencha Labs;
    Eve, Apache-2.0, (c) Adobe Systems */
import flowchart from 'flowchart.js';
import { registerDrawer } from './drawers';

registerDrawer('flow', (source, stage) => {
  flowchart.parse(source).drawSVG(stage, {
    'line-width': 2,
    fill: 'none',
    'font-size': 16,
    'font-family': "'Andale Mono', monospace",
  });
  return stage.innerHTML;
});

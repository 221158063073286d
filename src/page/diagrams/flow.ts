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

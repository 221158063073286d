import { registerDrawer } from './drawers';
import { drawSequence, LINE_HEIGHT, textAt } from './sequence/draw';
import { layOut, type Size } from './sequence/layout';
import { parseSequence } from './sequence/parse';

registerDrawer('sequence', (source, stage) => {
  const measure = (text: string): Size => {
    stage.innerHTML = `<svg>${textAt(text, 0, 0, 'start')}</svg>`;
    const { width } = stage.querySelector('text')!.getBBox();
    return { width: Math.ceil(width), height: text.split('\n').length * LINE_HEIGHT };
  };
  return drawSequence(layOut(parseSequence(source), measure));
});

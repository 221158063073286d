import type * as Presentations from '../../bundles/presentation';
import type { Deck } from '../../core/deck/deck';
import { pictureFiles } from '../../export/pictureFiles';
import { makePptx } from '../../export/pptx';
import { type PictureParts, takeSlidePictures } from '../../export/slidePictures';
import { theDeck } from '../deckFile';
import { CannotRun } from '../errors';
import { count, megabytes } from '../output';
import { checkTarget, writeAtomically } from '../writeFile';
import { checkFolder, writeFolder } from '../writeFolder';
import { ASSETS_OPTIONS, checkAssets } from './assets';
import { BROWSER_OPTION, browserBundle, browserOption } from './browser';
import { coloring } from './coloring';
import { deckFormat, openDeck, tell } from './deckFormat';
import type { Format, Values } from './format';
import { limitOf, sizeOf, slidesOf, themeOf } from './pdf';

const OPTIONS = {
  ...BROWSER_OPTION,
  ...ASSETS_OPTIONS,
  slides: { type: 'string' },
  scale: { type: 'string', default: '2' },
  size: { type: 'string', default: '16:9' },
  theme: { type: 'string' },
  timeout: { type: 'string', default: '300' },
} as const;

const HELP = `  --scale N                pixels of a picture for each CSS pixel of the slide, from 0.1 to 8; default: 2
  --slides, --size, --theme, --timeout, --browser, --assets, --allow
                           as for pdf

Slides show all of their fragments.`;

export const png: Format = {
  name: 'png',
  extension: '.png',
  summary: 'a picture of each slide, in a folder',
  options: OPTIONS,
  help: `  -o, --output FOLDER      default: beside the deck, named as the deck with "-slides". For a deck or a choice of one
                           slide it can be a file whose name ends in .png
${HELP}`,
  async run(inputs, values) {
    const prepared = prepare(values);
    const file = theDeck(inputs);
    const output = (values.output as string) ?? `${file.replace(/\.\w+$/, '')}-slides`;
    const force = values.force as boolean;
    const isFile = /\.png$/i.test(output);
    const { deck, surroundings, complaint } = await openDeck(file, output, values);
    const options = { ...prepared, ...chosen(values, deck) };
    const { length } = options.slides ?? deck.slides;
    if (isFile && length > 1)
      throw new CannotRun(`${output} names one picture for ${length} slides. Name a folder.`);
    await (isFile ? checkTarget(output, force) : checkFolder(output));
    const taken = await takeSlidePictures(deck, options, surroundings, parts());
    const { files, problems } = pictureFiles(taken, deck, surroundings.fileName);
    if (files.length === 0) throw new CannotRun('There is no slide to see: all of them are hidden.');
    surroundings.signal?.throwIfAborted();
    if (isFile) await writeAtomically(output, files[0]!.content, force);
    else await writeFolder(output, files, force);
    const size = files.reduce((sum, { content }) => sum + content.length, 0);
    const summary = `${count(files.length, 'picture')}, ${megabytes(size)}`;
    return tell({ file, output, summary, problems }) || complaint();
  },
};

export const pptx = deckFormat({
  name: 'pptx',
  extension: '.pptx',
  summary: 'a PowerPoint file with a picture of each slide, its title, notes and links',
  options: OPTIONS,
  help: HELP,
  prepare(values) {
    const prepared = prepare(values);
    return (deck, surroundings) =>
      makePptx(deck, { ...prepared, ...chosen(values, deck) }, surroundings, {
        ...parts(),
        presentationFile: presentationBundle().presentationFile,
      });
  },
});

function prepare(values: Values) {
  checkAssets(values);
  return {
    size: sizeOf(values),
    scale: scaleOf(values),
    browser: browserOption(values),
    limit: limitOf(values),
  };
}

function chosen(values: Values, deck: Deck) {
  return { slides: slidesOf(values, deck), theme: themeOf(values, deck) };
}

function scaleOf({ scale }: Values): number {
  const number = Number(scale);
  if (number >= 0.1 && number <= 8) return number;
  throw new CannotRun('--scale must be a number from 0.1 to 8.');
}

function parts(): PictureParts {
  return { highlight: coloring().highlight, takePictures: browserBundle().takePictures };
}

/** In a bundle of its own, as only this needs it. */
function presentationBundle(): typeof Presentations {
  return require('./presentation.js');
}

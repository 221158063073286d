import type * as Presentations from '../../bundles/presentation';
import { exportDeck } from '../../export/exportDeck';
import { pictureFiles } from '../../export/pictureFiles';
import { exportPptx } from '../../export/pptx';
import { type PictureTools, takeSlidePictures } from '../../export/slidePictures';
import { theDeck } from '../deckFile';
import { CannotRun } from '../errors';
import { checkTarget, writeAtomically } from '../writeFile';
import { checkFolder, writeFolder } from '../writeFolder';
import { BROWSER_HELP, BROWSER_OPTION, browserBundle, browserOption } from './browser';
import { count, deckFormat, megabytes, openDeck, tell } from './deckFormat';
import type { Format, Values } from './format';
import { coloring } from './html';

const OPTIONS = { ...BROWSER_OPTION, scale: { type: 'string', default: '2' } } as const;

const HELP = `  --scale N                pixels of a picture for each pixel of the slide, 0.1 to 8 (default: 2)
${BROWSER_HELP}

Slides are shown at their end, with all fragments.`;

export const png: Format = {
  name: 'png',
  extension: '.png',
  summary: 'a picture of each slide, in a folder',
  options: OPTIONS,
  help: `  -o, --output FOLDER      default: beside the deck, named as the deck with "-slides". For a deck or a choice of one
                           slide it can be a file whose name ends in .png
${HELP}`,
  async run(inputs, values) {
    const scale = scaleOption(values);
    const file = theDeck(inputs);
    const output = (values.output as string) ?? `${file.replace(/\.\w+$/, '')}-slides`;
    const force = values.force as boolean;
    const isFile = /\.png$/i.test(output);
    const { deck, surroundings, complaint } = await openDeck(file, output, values);
    const { slides } = deck;
    if (isFile && slides.length > 1)
      throw new CannotRun(`${output} names one picture for ${slides.length} slides. Name a folder.`);
    await (isFile ? checkTarget(output, force) : checkFolder(output));
    const options = { browser: browserOption(values), scale, slides };
    const taken = await takeSlidePictures(deck, options, pictureTools(), surroundings);
    const { files, problems } = pictureFiles(taken, deck, surroundings.fileName);
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
    const scale = scaleOption(values);
    return (deck, surroundings) => {
      const options = { browser: browserOption(values), scale, slides: deck.slides };
      return exportPptx(deck, options, { ...pictureTools(), presentationFile }, surroundings);
    };
  },
});

function scaleOption({ scale }: Values): number {
  const number = Number(scale);
  if (number >= 0.1 && number <= 8) return number;
  throw new CannotRun('--scale must be a number from 0.1 to 8.');
}

function pictureTools(): PictureTools {
  return { exportDeck, highlight: coloring().highlight, takePictures: browserBundle().takePictures };
}

/** In a bundle of its own, as only this needs it. */
const presentationFile: typeof Presentations.presentationFile = (presentation) =>
  (require('./presentation.js') as typeof Presentations).presentationFile(presentation);

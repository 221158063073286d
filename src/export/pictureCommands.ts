import * as vscode from 'vscode';
import type * as Browser from '../bundles/browser';
import type * as Exporter from '../bundles/exporter';
import type * as Presentations from '../bundles/presentation';
import type { Deck, Slide } from '../core/deck/deck';
import { hasNode, loadBundle, loadNodeBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { drawingOf, offerBrowser } from './drawing';
import type { ExportCommand } from './exportCommand';
import type { Surroundings } from './made';
import { type MadeFiles, pictureFiles, pictureName } from './pictureFiles';
import type { PictureOptions, SlidePictures } from './slidePictures';

/** Enough pixels for displays of high resolution. */
const SCALE = 2;

/** A PowerPoint file whose slides are pictures of themselves. */
export const pptxCommand: ExportCommand<PictureOptions> = {
  command: 'deckwright.exportPptx',
  extension: 'pptx',
  fileType: 'PowerPoint',
  opensIn: 'system',
  wayOut: (error) => offerBrowser(error),
  title: () => vscode.l10n.t('Export as PowerPoint'),
  given: (_, document) => optionsFor(document, null),
  ask: async (document) => (mayDraw() ? optionsFor(document, null) : undefined),
  async make(deck, options, surroundings, extensionUri) {
    const { makePptx, highlight } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
    const { takePictures } = nodeBundle<typeof Browser>(extensionUri, 'browser.js');
    const { presentationFile } = nodeBundle<typeof Presentations>(extensionUri, 'presentation.js');
    return makePptx(deck, options, surroundings, { highlight, takePictures, presentationFile });
  },
};

/** A picture of each slide, in a folder. */
export const picturesCommand: ExportCommand<PictureOptions, MadeFiles> = {
  command: 'deckwright.exportPictures',
  extension: null,
  fileType: 'PNG',
  opensIn: 'system',
  wayOut: (error) => offerBrowser(error),
  title: () => vscode.l10n.t('Export Slides as Pictures'),
  suffix: () => '-slides',
  given: (_, document) => optionsFor(document, null),
  ask: async (document) => (mayDraw() ? optionsFor(document, null) : undefined),
  make: async (deck, options, surroundings, extensionUri) =>
    pictureFiles(await takePictures(deck, options, surroundings, extensionUri), deck, surroundings.fileName),
};

/** A picture of the slide that the user is on. */
export function pictureCommand({ currentSlide, decks }: Services): ExportCommand<PictureOptions> {
  const options = (document: vscode.TextDocument) => {
    return optionsFor(document, currentSlide.of(document) ?? decks.deckOf(document).slides[0]!);
  };
  return {
    command: 'deckwright.exportPicture',
    extension: 'png',
    fileType: 'PNG',
    opensIn: 'system',
    wayOut: (error) => offerBrowser(error),
    title: () => vscode.l10n.t('Export Slide as Picture'),
    suffix: ({ slides }, deck) => pictureName('', slides![0]!, deck),
    given: (_, document) => options(document),
    ask: async (document) => (mayDraw() ? options(document) : undefined),
    async make(deck, { slides, ...rest }, surroundings, extensionUri) {
      // The deck may have been edited since.
      const slide = deck.slides[slides![0]!.index] ?? deck.slides.at(-1)!;
      const taken = await takePictures(deck, { ...rest, slides: [slide] }, surroundings, extensionUri);
      const [picture] = taken.pictures;
      if (!picture) throw new Error(vscode.l10n.t('this slide is hidden'));
      return { content: picture.png, problems: taken.problems };
    },
  };
}

function optionsFor(document: vscode.TextDocument, slide: Slide | null): PictureOptions {
  return { ...drawingOf(document), slides: slide && [slide], scale: SCALE };
}

async function takePictures(
  deck: Deck,
  options: PictureOptions,
  surroundings: Surroundings,
  extensionUri: vscode.Uri,
): Promise<SlidePictures> {
  const { takeSlidePictures, highlight } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
  const { takePictures } = nodeBundle<typeof Browser>(extensionUri, 'browser.js');
  return takeSlidePictures(deck, options, surroundings, { highlight, takePictures });
}

/** Throws where there is no Node. */
function nodeBundle<Bundle>(extensionUri: vscode.Uri, name: string): Bundle {
  const bundle = loadNodeBundle<Bundle>(extensionUri, name);
  if (bundle === null) throw new Error(noNode());
  return bundle;
}

/** Before the user is asked anything. */
function mayDraw(): boolean {
  if (hasNode()) return true;
  void vscode.window.showWarningMessage(noNode());
  return false;
}

function noNode(): string {
  return vscode.l10n.t(
    'Pictures of slides are made by a browser that VS Code starts, which VS Code cannot do when it runs in a browser itself.',
  );
}

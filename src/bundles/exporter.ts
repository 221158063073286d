// What exports decks; only this bundle has the coloring of code, which is large.
export { highlight } from '../core/render/highlight';
export { embeddedHosts } from '../export/embeddedPages';
export { exportDeck } from '../export/exportDeck';
export { exportMarkdown } from '../export/markdown';
export { makePdf } from '../export/pdf';
export { makePptx } from '../export/pptx';
export { exportSite } from '../export/site/exportSite';
export { takeSlidePictures } from '../export/slidePictures';

// What shows pages in an installed browser, to make other files of them. Node only.

export { firstSlides } from '../export/browser/firstSlides';
export { printPdf } from '../export/browser/printPdf';
export { takePictures } from '../export/browser/takePictures';
export { withPage } from '../export/browser/withPage';

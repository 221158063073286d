/** What reads the files: loaded with its parsers only where there is something to read. */
export { readMkslides } from './mkslides';
export { readPackageScripts } from './packageScripts';
export { pageScripts, readPage } from './page';
export { readRevealMd, readRevealOptions } from './revealMd';
export { readVscodeReveal } from './vscodeReveal';

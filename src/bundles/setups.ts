// What reads the files around a deck that set it up: reveal-md's, mkslides', vscode-reveal's, HTML pages.
export {
  pageScripts,
  readMkslides,
  readPackageScripts,
  readPage,
  readRevealMd,
  readRevealOptions,
  readVscodeReveal,
} from '../core/setup/readers';

/** The bundle `dist/page/highlight.js`: all of highlight.js, loaded by pages that show code. */
import { colorAs, guess, highlight, isGuessed } from '../../core/render/highlight';

const highlighter = { colorAs, guess, highlight, isGuessed };

export type Highlighter = typeof highlighter;

declare global {
  var deckwrightHighlighter: Highlighter | undefined;
}

globalThis.deckwrightHighlighter = highlighter;

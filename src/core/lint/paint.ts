import type { Severity } from '../config/config';

/** How a part of a report looks in a terminal. */
export type Style = Severity | 'file' | 'faint' | 'faulty';

/** Gives a text without control characters its look. */
export type Paint = (styles: Style | readonly Style[], text: string) => string;

/** Parameters of ANSI's "select graphic rendition". */
const CODES: Readonly<Record<Style, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  hint: '2',
  file: '1',
  faint: '2',
  faulty: '4',
};

/** For terminals that know ANSI's colors. */
export const inColor: Paint = (styles, text) => {
  const codes = [styles].flat().map((style) => CODES[style as Style]);
  return text === '' ? '' : `\u001b[${codes.join(';')}m${text}\u001b[0m`;
};

/** For everything else. */
export const plain: Paint = (_, text) => text;

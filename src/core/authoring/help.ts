/**
 * What completion, hovers and the colour picker know, in a bundle of its own (dist/help.js), loaded with the first of
 * them that is asked for: option and attribute texts, emoji, languages, colours, and the parser that knows references.
 */
import { EMOJI } from '../render/emojiTable';

export { imageSize } from 'image-size';

export { markupOf } from '../deck/markup';
export { attributeAt, attributesOf } from './attributeHelp';
export { codeLanguages } from './codeLanguages';
export { htmlNotations, NAMED_COLORS, notations } from './cssColors';
export { optionAt, optionsBelow, pictureOfTransition, pictureOfValue } from './frontMatterHelp';
export { HTML_COLOR_ATTRIBUTE, slideColors } from './slideColors';
/** Characters by the names that HedgeDoc knows. */
export const emoji: ReadonlyMap<string, string> = EMOJI;

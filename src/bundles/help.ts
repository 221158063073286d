// What completion, hovers and the color picker know: options, attributes, emoji, languages, colors and
// references.
import { EMOJI } from '../core/markdown/emojiTable';

export { imageSize } from 'image-size';
export { attributeAt, attributesOf } from '../core/authoring/help/attributeHelp';
export { htmlNotations, NAMED_COLORS, notations } from '../core/authoring/help/cssColors';
export {
  optionAt,
  optionsBelow,
  pictureOfTransition,
  pictureOfValue,
} from '../core/authoring/help/frontMatterHelp';
export { HTML_COLOR_ATTRIBUTE, slideColors } from '../core/authoring/help/slideColors';
export { codeLanguages } from '../core/markdown/codeLanguages';
export { markupOf } from '../core/markup/markup';
/** Characters by the names that HedgeDoc knows. */
export const emoji: ReadonlyMap<string, string> = EMOJI;

import { classifyUrl } from '../files/urls';
import { nearest } from '../text/nearest';
import { colorNames, isColor, isValue } from './styleSheet';

/** Why reveal.js shows nothing for a background. */
export interface BackgroundFault {
  readonly message: string;
  /** The value that was probably meant. */
  readonly meant?: string | undefined;
  /** The attribute that takes the value. */
  readonly attribute?: string;
}

/** What shows the deck. The name is for messages; HedgeDoc has an old reveal.js. */
export interface BackgroundReader {
  readonly name: 'HedgeDoc' | 'reveal.js';
  /** Whether it is known that this is a reveal.js of today. */
  readonly isCurrent: boolean;
}

/** What is wrong with the value of an attribute; null if nothing is, or nothing is known of the attribute. */
export function backgroundFault(
  attribute: string,
  value: string,
  reader: BackgroundReader,
): BackgroundFault | null {
  const plain = value.trim();
  switch (attribute) {
    case 'data-background':
      return ofBackground(plain, reader);
    case 'data-background-image':
      return ofPicture(plain, reader) ?? ofBackground(plain, reader);
    case 'data-background-color':
      return ofColor(plain, reader);
    case 'data-background-gradient':
      return reader.isCurrent && !isValue('background-image', plain)
        ? { message: `"${plain}" is not a gradient, so ${reader.name} shows none. Correct it.` }
        : null;
    default:
      return null;
  }
}

const MARKDOWN = /^!?\[[^\]]*\]\(\s*(\S*?)\s*\)$/;
const REMEDY = 'Write the address of a picture or a color, or remove it.';

function ofBackground(plain: string, { name }: BackgroundReader): BackgroundFault | null {
  if (plain === '') return { message: `This background is empty, so ${name} shows none. ${REMEDY}` };
  const url = MARKDOWN.exec(plain)?.[1];
  if (url !== undefined) {
    const message = `Write only the path of the picture here, not \`![](…)\`: ${name} shows no background.`;
    return isAddress(url) ? { message, meant: url } : { message };
  }
  if (isAddress(plain) || isValue('background', plain)) return null;
  return {
    message: `"${plain}" is not the address of a picture, a color or a gradient, so ${name} shows no background. ${REMEDY}`,
  };
}

/** What is not an address; a picture with a name like `red` there may be. */
function ofPicture(plain: string, reader: BackgroundReader): BackgroundFault | null {
  const { name, isCurrent } = reader;
  const url = /^url\(\s*(["']?)([^"'()]*)\1\s*\)$/i.exec(plain)?.[2];
  if (url !== undefined) {
    return {
      message: `Write only the path of the picture here, not url(…): ${name} shows none.`,
      meant: url,
    };
  }
  if (/-gradient\(/i.test(plain))
    return elsewhere(isCurrent ? 'data-background-gradient' : 'data-background');
  if (/^(?:#|[a-z-]+\()/i.test(plain) && isColor(plain)) return elsewhere('data-background-color');
  const pictures = plain.split(',');
  if (
    name !== 'HedgeDoc' ||
    pictures.length < 2 ||
    !pictures.every((picture) => PICTURE.test(picture.trim()))
  )
    return null;
  const message = 'HedgeDoc takes only one picture here, so it shows none. Keep one of them.';
  return { message, meant: pictures[0]!.trim() };
}

const PICTURE = /\.(?:svg|png|jpe?g|gif|bmp|webp)$/i;

function ofColor(plain: string, { name, isCurrent }: BackgroundReader): BackgroundFault | null {
  if (plain === '' || isColor(plain)) return null;
  if (/-gradient\(/i.test(plain))
    return elsewhere(isCurrent ? 'data-background-gradient' : 'data-background');
  if (isAddress(plain)) return elsewhere('data-background-image');
  const bare = plain.replace(/^["']|["';]+$/g, '');
  const meant = [bare, `#${bare}`].find(isColor) ?? nearest(bare, colorNames());
  return { message: `"${plain}" is not a color, so ${name} shows none. Correct it.`, meant };
}

function elsewhere(attribute: string): BackgroundFault {
  return { message: `This has no effect here. Write it in "${attribute}".`, attribute };
}

/** A path has a slash or a file extension. */
function isAddress(url: string): boolean {
  const target = classifyUrl(url);
  if (target.kind === 'local') return /[/\\]|\.\w{2,5}$/.test(target.path) && !/[[\](){}]/.test(target.path);
  return target.kind === 'remote' || target.kind === 'data';
}

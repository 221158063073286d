/** The use of a URL in a slide; decides how it is looked up and what replaces it when it can't be loaded. */
export type ReferenceKind = 'image' | 'background' | 'media' | 'css' | 'link';

/** What kind of URL an attribute holds; null if it holds none. */
export function kindOfUrl(tag: string, name: string): ReferenceKind | null {
  switch (name) {
    case 'href':
    case 'cite':
    case 'data-preview-link':
      return 'link';
    case 'poster':
    case 'data-preview-image':
      return 'image';
    case 'data-preview-video':
      return 'media';
    case 'src':
    case 'data-src':
      return tag === 'img' ? 'image' : 'media';
    default:
      return null;
  }
}

/** What reveal.js treats as a picture in `data-background`; it sets anything else as CSS. */
export const PICTURE = /^(?:http|file|\/\/)|\.(?:svg|png|jpg|jpeg|gif|bmp|webp)(?:[?#\s]|$)/i;

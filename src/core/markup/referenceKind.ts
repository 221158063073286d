/** Where a URL stands in a slide; decides how it is looked up and what stands in when it can't be had. */
export type ReferenceKind = 'image' | 'background' | 'media' | 'css' | 'link';

/** What the URL in an attribute leads to; null where the attribute holds none. */
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

/** What reveal.js takes for a picture in `data-background`; all else it sets as CSS. */
export const PICTURE = /^(?:http|file|\/\/)|\.(?:svg|png|jpg|jpeg|gif|bmp|webp)(?:[?#\s]|$)/i;

import { imageSize } from 'image-size';
import { getOrSet } from '../text/getOrSet';
import { decodeLoosely } from '../text/utf8';
import { LFS_POINTER } from './lfsPointer';

/** What the first bytes of a file reveal. */
export type PictureFacts =
  /** Sides are in pixels, both 0 if they are not known. */
  | { readonly kind: 'picture'; readonly type: string; readonly width: number; readonly height: number }
  | { readonly kind: 'empty' | 'html' | 'lfs' | 'unknown' };

const known = new WeakMap<Uint8Array, PictureFacts>();

/** Reads a file's first bytes, whatever its name says. Never throws. */
export function pictureFacts(head: Uint8Array): PictureFacts {
  return getOrSet(known, head, () => readFacts(head));
}

function readFacts(head: Uint8Array): PictureFacts {
  if (head.length === 0) return { kind: 'empty' };
  const start = textStart(head);
  if (HTML.test(start)) return { kind: 'html' };
  if (start.startsWith(LFS_POINTER)) return { kind: 'lfs' };
  const isSvg = SVG.test(start);
  try {
    const { type, width, height, orientation = 1 } = imageSize(head);
    if (!type || (type === 'svg' && !isSvg)) return { kind: 'unknown' };
    // In orientations 5 to 8 the picture is turned sideways.
    return orientation > 4
      ? { kind: 'picture', type, width: height, height: width }
      : { kind: 'picture', type, width, height };
  } catch {
    // Its metadata are not as expected, which does not disturb browsers.
    const type = isSvg ? 'svg' : JPEG.every((byte, at) => head[at] === byte) ? 'jpg' : null;
    return type ? { kind: 'picture', type, width: 0, height: 0 } : { kind: 'unknown' };
  }
}

const JPEG = [0xff, 0xd8, 0xff];
const HTML = /^<(?:!doctype html|html|head|body|title|meta|script)\b/i;
/** A picture within a page is none of its own. */
const SVG = /^(?:<!doctype svg\b[^>[]*(?:\[[^\]]*\]\s*)?>(?:\s|<!--[\s\S]*?-->)*)?<(?:\w+:)?svg[\s>/]/i;
/** Comments of programs and licenses come before what a file is. */
const TEXT_START = 8 * 1024;

/** The beginning of a text, without what may precede its first element. */
function textStart(head: Uint8Array): string {
  const start = decodeLoosely(head.subarray(0, TEXT_START));
  return start.replace(/^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)+/, '');
}

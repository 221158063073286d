import { imageSize } from 'image-size';
import { getOrSet } from '../text/getOrSet';

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
  const start = String.fromCharCode(...head.subarray(0, 256)).trimStart();
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) return { kind: 'html' };
  if (start.startsWith('version https://git-lfs')) return { kind: 'lfs' };
  try {
    const { type, width, height, orientation = 1 } = imageSize(head);
    if (!type) return { kind: 'unknown' };
    // In orientations 5 to 8 the picture is turned sideways.
    return orientation > 4
      ? { kind: 'picture', type, width: height, height: width }
      : { kind: 'picture', type, width, height };
  } catch {
    // Its metadata are not as expected, which does not disturb browsers.
    const isJpeg = JPEG.every((byte, at) => head[at] === byte);
    return isJpeg ? { kind: 'picture', type: 'jpg', width: 0, height: 0 } : { kind: 'unknown' };
  }
}

const JPEG = [0xff, 0xd8, 0xff];

import { deflateSync } from 'node:zlib';

/** A picture of one pixel; each number makes another file. */
export function png(number = 0): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.from([0, 0, 0, 4]),
    Buffer.from('IDAT'),
    deflateSync(Buffer.alloc(5)),
    Buffer.from(String(number)),
  ]);
}

export const PNG = png();

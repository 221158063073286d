import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RemoteError } from '../core/files/remote';
import type { Question } from './client';
import type { Clock } from './clock';

/** By the name of the encoding. */
const UNPACK: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The whole answer, unpacked. No more is read or unpacked than may be. */
export async function readBody(
  message: IncomingMessage,
  headers: ReadonlyMap<string, string>,
  { url, maxBytes }: Question,
  clock: Clock,
): Promise<Uint8Array> {
  const tooLarge = () => new RemoteError('size', url.href);
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let [packed, size] = [0, 0];
  const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase();
  const counted = async function* (parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      clock.moved();
      packed += part.length;
      if (packed > maxBytes) throw tooLarge();
      yield part;
    }
  };
  const collect = async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      size += part.length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(part);
    }
  };
  try {
    if (encoding === '' || encoding === 'identity') await pipeline(message, counted, collect);
    else await pipeline(message, counted, unpacking(encoding), collect);
  } catch (error) {
    throw error instanceof RemoteError
      ? error
      : new RemoteError('incomplete', url.href, (error as Error).message);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}

function unpacking(encoding: string): Transform {
  const unpack = Object.hasOwn(UNPACK, encoding) ? UNPACK[encoding] : undefined;
  if (!unpack) throw new Error(`content-encoding: ${encoding}`);
  return unpack();
}

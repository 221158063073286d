import { RemoteError } from '../core/files/remote';
import type { Ask, Question } from './client';
import { isPublicAddress, literalAddress } from './publicAddress';

/** In milliseconds. */
const TOTAL = 300_000;

/**
 * Sends requests with `fetch`, as browsers let a page do it: servers must allow it, redirects can't be followed, and
 * where a name leads stays unknown.
 */
export const askOverFetch: Ask = async (question) => {
  refusePrivate(question);
  const { url, method, body, signal } = question;
  const clock = AbortSignal.timeout(TOTAL);
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      method,
      ...(body && { body: body.text, headers: { 'content-type': body.type } }),
      signal: signal ? AbortSignal.any([signal, clock]) : clock,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (response.type === 'opaqueredirect') throw new RemoteError('redirects', url.href);
    const bytes = response.ok ? await bytesOf(response, question) : new Uint8Array();
    return { status: response.status, headers: new Map(response.headers), bytes };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof RemoteError) throw error;
    if (clock.aborted) throw new RemoteError('time', url.href);
    throw new RemoteError(response ? 'incomplete' : 'unreachable', url.href);
  }
};

function refusePrivate({ url, mayBePrivate }: Question): void {
  const literal = literalAddress(url);
  const isPrivate = literal ? !isPublicAddress(literal) : /^(?:.*\.)?localhost\.?$/.test(url.hostname);
  if (isPrivate && !mayBePrivate) throw new RemoteError('private', url.href);
}

async function bytesOf({ body }: Response, { url, maxBytes }: Question): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    size += part.value.length;
    if (size <= maxBytes) continue;
    await reader?.cancel();
    throw new RemoteError('size', url.href);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

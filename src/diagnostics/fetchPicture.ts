import * as vscode from 'vscode';
import { CannotInsert } from '../services/newPicture';

/** As for files that are copied beside a deck. */
const MAX_SIZE = 50 * 1024 * 1024;
const MAX_REDIRECTS = 5;

export interface Fetched {
  readonly bytes: Uint8Array;
  /** Media type, empty if the server does not state it. */
  readonly type: string;
}

/**
 * Fetches a picture from its server and from no other. Throws `CannotInsert`, or the reason `signal` is
 * aborted with.
 */
export async function fetchPicture(address: string, signal: AbortSignal): Promise<Fetched> {
  const { host } = new URL(address);
  let url = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(url, signal);
    if (response.type === 'opaqueredirect') {
      throw new CannotInsert(vscode.l10n.t("{0} redirects, which can't be followed in the browser.", host));
    }
    const target = response.headers.get('location');
    if (!target) return { bytes: await read(response, host, signal), type: typeOf(response) };
    url = new URL(target, url).href;
    if (new URL(url).host !== host) break;
  }
  throw new CannotInsert(vscode.l10n.t('{0} redirects to another server.', host));
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new CannotInsert(unreachable(new URL(url).host, error as Error));
  }
}

/** Node states the cause. Browsers don't, and fetch only what a server lets pages from elsewhere read. */
function unreachable(host: string, { cause }: Error): string {
  if (!cause)
    return vscode.l10n.t("{0} can't be reached, or does not allow access from VS Code in the browser.", host);
  const { message, code } = cause as Error & { readonly code?: string };
  return vscode.l10n.t("{0} can't be reached: {1}", host, message || code || String(cause));
}

/** The whole response; no more is read than is allowed. */
async function read(response: Response, host: string, signal: AbortSignal): Promise<Uint8Array> {
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    const status = `${response.status} ${response.statusText}`.trim();
    throw new CannotInsert(vscode.l10n.t('{0} answered: {1}', host, status));
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    signal.throwIfAborted();
    chunks.push(part.value);
    size += part.value.length;
    if (size <= MAX_SIZE) continue;
    await reader.cancel();
    throw new CannotInsert(vscode.l10n.t('The picture is larger than {0} MB.', MAX_SIZE / 1024 / 1024));
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function typeOf({ headers }: Response): string {
  return (headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}

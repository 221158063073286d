import {
  type Redirect,
  type Remote,
  type RemoteAnswer,
  RemoteError,
  type RemoteRequest,
} from '../core/files/remote';
import { Slots } from './slots';

/** One request to one address, whose host may be asked. Redirects are not followed. */
export interface Question {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly body?: { readonly type: string; readonly text: string } | undefined;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  /** Whether the configuration lets the host be in a private network. */
  readonly mayBePrivate: boolean;
}

export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Unpacked; empty unless the status is 2xx. */
  readonly bytes: Uint8Array;
}

/** How a host sends requests: over Node's sockets, or over the browser's `fetch`. */
export type Ask = (question: Question) => Promise<Reply>;

export interface RemoteOptions {
  /** Whether this host may be asked. Called before each request and for each step of a redirection. */
  isAllowed(url: URL): Promise<boolean>;
  /** Whether it may be in a private network, or this computer. */
  mayBePrivate(url: URL): boolean;
  readonly ask: Ask;
}

const MAX_REDIRECTS = 5;
/** As for files that are copied beside a deck. */
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_AT_ONCE = 6;
const MAX_PER_HOST = 2;

/** Asks other servers, within limits. */
export function remoteClient({ isAllowed, mayBePrivate, ask }: RemoteOptions): Remote {
  const slots = new Slots(MAX_AT_ONCE, MAX_PER_HOST);

  /** Waits for the user, if it has to ask, without keeping others waiting. */
  async function answerOf(url: URL, request: RemoteRequest): Promise<Reply> {
    const { method = 'GET', body, maxBytes = MAX_BYTES, signal } = request;
    if (!(await isAllowed(url))) throw new RemoteError('host', url.href);
    signal?.throwIfAborted();
    const question = { url, method, body, maxBytes, signal, mayBePrivate: mayBePrivate(url) };
    return slots.use(url.host, signal, () => ask(question));
  }

  return {
    async request(address, request = {}): Promise<RemoteAnswer> {
      const redirects: Redirect[] = [];
      for (let url = addressOf(address, address); ; ) {
        request.signal?.throwIfAborted();
        const reply = await answerOf(url, request);
        const target = reply.headers.get('location');
        if (!isFollowed(reply, request) || target === undefined) {
          return { ...reply, url: url.href, type: typeOf(reply), redirects };
        }
        if (redirects.length === MAX_REDIRECTS) throw new RemoteError('redirects', url.href);
        const to = addressOf(target, url.href);
        redirects.push({ from: url.href, to: to.href, status: reply.status });
        url = to;
      }
    },
  };
}

/**
 * What is sent by POST goes to no other address. A redirect from `https:` to `http:` is followed: nothing secret is
 * sent, and what comes back is checked like any answer.
 */
function isFollowed({ status }: Reply, { staysHere, method }: RemoteRequest): boolean {
  return REDIRECTS.includes(status) && !staysHere && method !== 'POST';
}

const REDIRECTS = [301, 302, 303, 307, 308];

/** The address without credentials, which are never sent. */
function addressOf(text: string, base: string): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new RemoteError('address', text);
  url.username = '';
  url.password = '';
  return url;
}

function typeOf({ headers }: Reply): string {
  return (headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}

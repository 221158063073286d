import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import http, { type Agent, type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RemoteError } from '../core/files/remote';
import type { Ask, Question, Reply } from './client';
import { Clock, type TimeLimits } from './clock';
import { isPublicAddress, literalAddress } from './publicAddress';
import { readBody } from './readBody';

export interface SocketOptions {
  readonly limits?: TimeLimits;
  /** What connects through a proxy. In VS Code there is none: VS Code replaces what Node would use. */
  agentFor?(url: URL): Agent | undefined;
  /** Whether servers need not prove who they are. */
  readonly trustsAll?: boolean;
}

const LIMITS: TimeLimits = { idle: 30_000, total: 300_000 };

/**
 * Sends requests with `node:http` and `node:https`, where VS Code's settings for proxies and certificates hold.
 */
export function askOverSockets({ limits = LIMITS, agentFor, trustsAll }: SocketOptions = {}): Ask {
  return async (question) => {
    const clock = new Clock(question, limits);
    try {
      const addresses = await clock.within(addressesOf(question));
      const options: RequestOptions = {
        lookup: pinned(addresses),
        agent: agentFor?.(question.url),
        // Left out otherwise: Node has a variable for it, too.
        ...(trustsAll && { rejectUnauthorized: false }),
      };
      return await clock.within(exchange(question, options, clock));
    } finally {
      clock.stop();
    }
  };
}

/** Where a name leads, if all of it may be contacted. Nowhere for a name that only a proxy may know. */
async function addressesOf({ url, mayBePrivate }: Question): Promise<LookupAddress[]> {
  const literal = literalAddress(url);
  const addresses = literal
    ? [{ address: literal, family: literal.includes(':') ? 6 : 4 }]
    : await lookup(url.hostname, { all: true, verbatim: true }).catch(() => []);
  const isPublic = addresses.every(({ address }) => isPublicAddress(address));
  if (!isPublic && !mayBePrivate) throw new RemoteError('private', url.href);
  return addresses;
}

/** Connects to the addresses that were checked, and to nothing if there were none: a second look-up might find others. */
function pinned(addresses: LookupAddress[]): LookupFunction {
  return (name, { all }, callback) => {
    if (addresses.length === 0) callback(new Error(`getaddrinfo ENOTFOUND ${name}`), '');
    else if (all) callback(null, addresses);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
}

function exchange(question: Question, options: RequestOptions, clock: Clock): Promise<Reply> {
  const { url, method, body } = question;
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(
      {
        ...options,
        method,
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port,
        path: url.pathname + url.search,
        headers: {
          accept: '*/*',
          'accept-encoding': 'gzip, br',
          // Some servers answer nobody who does not say what they are.
          'user-agent': 'Deckwright',
          // What was checked is this connection: none is kept for another request.
          connection: 'close',
          ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
        },
      },
      (message) => {
        clock.moved();
        replyOf(message, question, clock).then(resolve, reject);
      },
    );
    sent.once('socket', (socket) => socket.once('connect', () => clock.moved()));
    sent.on('error', (error) => reject(unanswered(url, error)));
    clock.onEnd(() => sent.destroy());
    sent.end(body?.text);
  });
}

async function replyOf(message: IncomingMessage, question: Question, clock: Clock): Promise<Reply> {
  const status = message.statusCode!;
  const headers = headersOf(message);
  const isRead = question.method !== 'HEAD' && status >= 200 && status < 300;
  const bytes = isRead ? await readBody(message, headers, question, clock) : new Uint8Array();
  return { status, headers, bytes };
}

function headersOf({ headers }: IncomingMessage): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) found.set(name, [value].flat().join(', '));
  }
  const location = found.get('location');
  // Node reads each byte as a character; addresses beyond ASCII are sent in UTF-8.
  if (location !== undefined) found.set('location', Buffer.from(location, 'latin1').toString());
  return found;
}

function unanswered(url: URL, error: Error & { code?: string }): RemoteError {
  if (!NOT_TRUSTED.test(error.code ?? '')) return new RemoteError('unreachable', url.href, wordsOf(error));
  // Node goes on to say with which of its options to try again.
  return new RemoteError('certificate', url.href, wordsOf(error).replace(/;.*$/s, ''));
}

/** Node's codes for certificates, but not for what a server says of a client's. */
const NOT_TRUSTED = /^(?!ERR_SSL_).*CERT|^UNABLE_TO_/;

/** If several addresses were tried, the error has no words of its own. */
function wordsOf(error: Error): string {
  const { message, code, errors } = error as AggregateError & { code?: string };
  return message || errors?.[0]?.message || code || error.name;
}

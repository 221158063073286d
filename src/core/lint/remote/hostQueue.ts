import {
  isRemoteError,
  type Remote,
  type RemoteAnswer,
  type RemoteError,
  type RemoteFault,
} from '../../files/remote';
import { decodeLoosely } from '../../text/utf8';
import type { LinkQuestion } from './knownLinks';
import type { Dead, LinkRecord } from './linkRecord';
import { missingFragments } from './pageAnchors';
import { permanentMove } from './permanentMove';

/** Milliseconds that a busy server may ask to wait for, and how often. */
const MAX_WAIT = 15_000;
const MAX_WAITS = 2;
/** Failures after which the rest of a host's addresses is not asked for. */
const MAX_FAILURES = 2;
const OF_HOST: ReadonlySet<RemoteFault> = new Set(['unreachable', 'certificate', 'time']);
/** Bytes of a page; more is no page to read. */
const MAX_PAGE = 5_000_000;

/** Why it is not known where an address leads: the answer's status, or what kept it from coming. */
export type Reason = number | RemoteError;

/** What asking for an address led to. */
export type Outcome = { readonly record: LinkRecord } | { readonly reason: Reason };

/** The questions to one host, which is given a rest when it asks for one. */
export class HostQueue {
  /** Resolved when the host may be asked again. */
  #rest: Promise<void> = Promise.resolve();
  #failures = 0;
  /** Why it is not asked any more. */
  #end: Reason | null = null;

  constructor(
    readonly remote: Remote,
    readonly signal: AbortSignal,
  ) {}

  /** Throws the signal's reason. */
  async ask(question: LinkQuestion): Promise<Outcome> {
    try {
      return await this.#ask(question);
    } catch (error) {
      this.signal.throwIfAborted();
      if (!isRemoteError(error)) throw error;
      // A large file is there.
      if (error.fault === 'size') return alive(question);
      if (OF_HOST.has(error.fault) && ++this.#failures === MAX_FAILURES) this.#end = error;
      return { reason: error };
    }
  }

  async #ask(question: LinkQuestion): Promise<Outcome> {
    for (let waits = 0; ; waits++) {
      await this.#rest;
      this.signal.throwIfAborted();
      if (this.#end !== null) return { reason: this.#end };
      const answer = await this.#answerTo(question);
      const { status } = answer;
      if (status !== 429 && status !== 503) return outcomeOf(answer, question);
      const pause = retryAfter(answer, Date.now());
      if (pause !== null && pause <= MAX_WAIT && waits < MAX_WAITS) {
        this.#rest = waitFor(pause, this.signal);
        continue;
      }
      if (status === 429 || pause !== null) this.#end = status;
      return { reason: status };
    }
  }

  /** By HEAD, unless the page is to be read or HEAD leads to anything but a clear yes. */
  async #answerTo({ address, fragments }: LinkQuestion): Promise<RemoteAnswer> {
    if (fragments.length === 0) {
      const answer = await this.#head(address);
      if (answer && (isFine(answer) || answer.status === 429)) return answer;
    }
    return this.remote.request(address, { maxBytes: MAX_PAGE, signal: this.signal });
  }

  /** Null where servers do not know HEAD, or answer it as if they did not. */
  async #head(address: string): Promise<RemoteAnswer | null> {
    try {
      return await this.remote.request(address, { method: 'HEAD', signal: this.signal });
    } catch (error) {
      if (isRemoteError(error) && error.fault === 'incomplete') return null;
      throw error;
    }
  }
}

function isFine({ status }: RemoteAnswer): boolean {
  return status >= 200 && status < 300;
}

/** Whoever is asked to log in, or is taken for a robot, does not know what others see: then the address counts as fine. */
function outcomeOf(answer: RemoteAnswer, question: LinkQuestion): Outcome {
  const { address, fragments } = question;
  const { status } = answer;
  if (status >= 500 && status !== 999) return { reason: status };
  if (status === 404 || status === 410) return dead(status);
  if (!isFine(answer)) return alive(question);
  const moved = permanentMove(address, answer);
  const isPage = /^(?:text\/html|application\/xhtml\+xml)$/.test(answer.type);
  const missing =
    isPage && fragments.length > 0 ? missingFragments(decodeLoosely(answer.bytes), fragments) : [];
  return alive(question, {
    ...(moved !== undefined && { moved }),
    ...(missing.length > 0 && { missing }),
  });
}

function alive({ fragments }: LinkQuestion, more: Pick<LinkRecord, 'moved' | 'missing'> = {}): Outcome {
  return { record: { asked: Date.now(), ...(fragments.length > 0 && { fragments }), ...more } };
}

/** What is known of an address that leads nowhere. */
export function dead(why: Dead): { readonly record: LinkRecord } {
  return { record: { asked: Date.now(), dead: why } };
}

/** Milliseconds; null if the server does not say. */
function retryAfter({ headers }: RemoteAnswer, now: number): number | null {
  const value = headers.get('retry-after');
  if (value === undefined) return null;
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(pause) ? null : Math.max(0, pause);
}

/** Resolves early when the signal is aborted. */
function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}

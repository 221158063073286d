/** What an address that does not answer with a whole document ran into. */
export type RemoteFault =
  /** Nobody allowed this host. */
  | 'host'
  /** The name leads to a private or loopback address, and the configuration does not name the host. */
  | 'private'
  /** Not `http:` or `https:`, or not a URL. */
  | 'address'
  | 'redirects'
  | 'size'
  | 'time'
  /** The server can't be reached; `detail` has the system's words. */
  | 'unreachable'
  /** The server does not prove who it is; `detail` has the system's words. */
  | 'certificate'
  /** The answer ended early, or is not encoded as it says. */
  | 'incomplete';

/** Why there is no answer. Cancellation is not among the reasons: then the signal's own reason is thrown. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';

  constructor(
    readonly fault: RemoteFault,
    /** The address that was asked last, which a redirect may have led to. */
    readonly url: string,
    readonly detail = '',
  ) {
    super(`${fault}: ${url}${detail && ` (${detail})`}`);
  }
}

/** By name: each bundle has a class of its own. */
export function isRemoteError(error: unknown): error is RemoteError {
  return error instanceof Error && error.name === 'RemoteError';
}

/** The host of an address, with its port, for messages; an address that has none is returned as it is. */
export function remoteHost(url: string): string {
  return /^https?:\/\/(?:[^/?#]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}

/** One step of a redirection. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** 301, 302, 303, 307 or 308. */
  readonly status: number;
}

/** What is asked of a server. */
export interface RemoteRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** What POST sends. */
  readonly body?: { readonly type: string; readonly text: string };
  /** The largest answer in bytes, after it is unpacked; more is the fault `size`. */
  readonly maxBytes?: number;
  /** Whether redirects are returned as answers instead of followed. After POST they always are. */
  readonly staysHere?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What a server answered, whatever its status. */
export interface RemoteAnswer {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly status: number;
  /** In lower case, without parameters; empty if the server does not state it. */
  readonly type: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly redirects: readonly Redirect[];
  /** The whole answer, unpacked; empty after HEAD, and unless the status is 2xx. */
  readonly bytes: Uint8Array;
}

/** Other servers. Nothing is sent but the request: no cookies, no referrer, no credentials. */
export interface Remote {
  /** Throws `RemoteError` if there is no whole answer, or the reason of the signal. */
  request(url: string, request?: RemoteRequest): Promise<RemoteAnswer>;
}

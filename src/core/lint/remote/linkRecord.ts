/** The rules that need to know what servers answer. */
export const REMOTE_RULES: ReadonlySet<string> = new Set([
  'dead-remote-link',
  'broken-remote-anchor',
  'moved-link',
]);

/** What is known of a web address without its fragment. */
export interface LinkRecord {
  /** When it was asked, in milliseconds since 1970. */
  readonly asked: number;
  /** Why it leads nowhere: the answer's status, or that no host has this name. */
  readonly dead?: Dead;
  /** Where it has moved for good. */
  readonly moved?: string;
  /** The fragments that were looked for on the page. */
  readonly fragments?: readonly string[];
  /** Those of them that the page certainly does not have. */
  readonly missing?: readonly string[];
}

/** Why an address leads nowhere. */
export type Dead = 404 | 410 | 'name';

/** A web address, and the place on its page. */
export interface WebAddress {
  /** Without the fragment, as servers are asked for it. */
  readonly address: string;
  /** Decoded; empty if there is none. */
  readonly fragment: string;
}

/** The parts of a URL; null if it can't be asked for, or has a password in it, which is sent to nobody. */
export function webAddress(url: string): WebAddress | null {
  const parsed = parseUrl(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  const fragment = decoded(parsed.hash.slice(1));
  parsed.hash = '';
  return { address: parsed.href, fragment };
}

/** Null if it is not a URL. */
export function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

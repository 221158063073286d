/** What a URL in a deck refers to, before it is known to exist. */
export type Target =
  /** `http:`, `https:` and `//host` alike. */
  | { readonly kind: 'remote'; readonly url: string; readonly host: string; readonly path: string }
  /** A file path, decoded, without query and fragment; absolute ones start at the workspace folder. */
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'data' }
  /** Only a fragment: a place in the deck. */
  | { readonly kind: 'anchor'; readonly fragment: string }
  /** Nothing that may be loaded or looked up: other schemes, UNC paths, control characters. */
  | { readonly kind: 'other' };

/** Determines what a URL points at. Never throws and never accesses anything. */
export function classifyUrl(url: string): Target {
  const trimmed = url.trim();
  if (/[\0-\x1f]/.test(trimmed) || trimmed.includes('\\')) return { kind: 'other' };
  if (trimmed.startsWith('#')) return { kind: 'anchor', fragment: trimmed.slice(1) };
  if (/^data:/i.test(trimmed)) return { kind: 'data' };
  const remote = /^(https?:)?\/\/(?:[^/?#@]*@)?([^/?#@]+)([^?#]*)/i.exec(trimmed);
  if (remote) {
    const url = remote[1] ? trimmed : `https:${trimmed}`;
    return { kind: 'remote', url, host: remote[2]!.toLowerCase(), path: remote[3]! };
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed)) return { kind: 'other' };
  const path = decodePercent(trimmed.replace(/[?#].*$/s, ''));
  return path === '' || path.includes('\0') ? { kind: 'other' } : { kind: 'local', path };
}

/**
 * The file name under which an upload of a HedgeDoc host is kept next to an archived deck, or null if the URL
 * is not an upload of one of these hosts.
 */
export function uploadName(target: Target, hedgedocHosts: readonly string[]): string | null {
  if (target.kind !== 'remote' || !hedgedocHosts.includes(target.host)) return null;
  const name = decodePercent(/^\/uploads\/([^/]+)$/.exec(target.path)?.[1] ?? '');
  return name === '' || /[/\\]/.test(name) ? null : name;
}

/** Percent escapes resolved; unchanged if they are malformed. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

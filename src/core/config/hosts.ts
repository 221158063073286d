import schema from './config.schema.json';

/** A host as the parts of a parsed URL name it. */
export interface Host {
  /** In lower case; IPv6 addresses are in their shortest form and in brackets. */
  readonly hostname: string;
  /** Empty for the default one. */
  readonly port: string;
  readonly protocol: string;
}

const PATTERN = new RegExp(schema.properties.remote.properties.allow.items.pattern);

/**
 * Whether a text is a pattern of hosts: `pad.example.org` (ports 80 and 443), `pad.example.org:8080`,
 * `pad.example.org:*` (any port), `*.example.org` (every host of that domain, but not the domain itself).
 */
export function isHostPattern(text: string): boolean {
  return PATTERN.test(text);
}

/** Whether one of these patterns names a host. */
export function isHostNamed(host: Host, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(host, pattern.toLowerCase()));
}

/** Whether one of these patterns names it in full, not by its domain: then it may be in a private network. */
export function isHostNamedInFull(host: Host, patterns: readonly string[]): boolean {
  return isHostNamed(
    host,
    patterns.filter((pattern) => !pattern.startsWith('*')),
  );
}

function matches({ hostname, port, protocol }: Host, pattern: string): boolean {
  const [, name = '', wanted] = /^(.*?)(?::([^:\]]+))?$/.exec(pattern)!;
  const isNamed = name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name;
  if (!isNamed) return false;
  const actual = port || (protocol === 'http:' ? '80' : '443');
  if (wanted === undefined) return actual === '80' || actual === '443';
  return wanted === '*' || actual === wanted;
}

import ipaddr from 'ipaddr.js';

/** The addresses that an IPv6 address carries in its last four bytes: mapped ones, and NAT64's. */
const CARRIERS = ['ipv4Mapped', 'rfc6052'];

/**
 * Whether an IP address is one of the public internet: not of this computer, a private or local network, a provider's
 * network or a group, nor reserved.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  const range = address.range();
  const bytes = address.toByteArray();
  if (CARRIERS.includes(range)) return isPublicAddress(bytes.slice(-4).join('.'));
  // Of IPv6, only 2000::/3 is given out.
  return range === 'unicast' && (bytes.length === 4 || bytes[0]! >> 5 === 1);
}

/** The IP address that the host of a URL is, whatever its notation was; null for a name. */
export function literalAddress({ hostname }: URL): string | null {
  const text = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(text) ? text : null;
}

import type { LinkRecord, WebAddress } from './linkRecord';

/** What checking links came to, in numbers of addresses. */
export interface LinkTally {
  readonly links: number;
  readonly hosts: number;
  readonly dead: number;
  readonly moved: number;
  /** Those with a fragment that the page does not have. */
  readonly anchors: number;
  /** Those of which nothing is known. */
  readonly unchecked: number;
}

/** How many addresses each host has, the most first. */
export function hostsOf(addresses: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const { host } = new URL(address);
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)));
}

/** Counts what is known of links. */
export function tally(
  links: readonly WebAddress[],
  recordOf: (address: string) => LinkRecord | undefined,
): LinkTally {
  const records = new Map(links.map(({ address }) => [address, recordOf(address)]));
  const number = (isMeant: (record: LinkRecord | undefined) => boolean) =>
    [...records.values()].filter(isMeant).length;
  return {
    links: records.size,
    hosts: hostsOf(records.keys()).size,
    dead: number((record) => record?.dead !== undefined),
    moved: number((record) => record?.moved !== undefined),
    anchors: number((record) => (record?.missing ?? []).length > 0),
    unchecked: number((record) => record === undefined),
  };
}

import { isRecord } from '../../text/isRecord';
import type { LinkRecord, WebAddress } from './linkRecord';
import { isPlainFragment } from './pageAnchors';

/** Milliseconds for which an answer counts. */
const DAY = 24 * 60 * 60 * 1000;
/** More than all decks of a workspace name; some 2 MB. */
const MAX_KEPT = 10_000;

/** What a server is asked: for a page, and what is looked for on it. */
export interface LinkQuestion {
  readonly address: string;
  readonly fragments: readonly string[];
}

/** What servers answered in the last day, and its form in a file. */
export class KnownLinks {
  readonly #records = new Map<string, LinkRecord>();

  constructor(readonly now: () => number = Date.now) {}

  /** Anyone may have written the text: what is not a record is left out. */
  static read(text: string, now?: () => number): KnownLinks {
    const known = new KnownLinks(now);
    known.add(recordsIn(text));
    return known;
  }

  get(address: string): LinkRecord | undefined {
    const record = this.#records.get(address);
    return record && this.#counts(record) ? record : undefined;
  }

  add(records: Iterable<readonly [string, LinkRecord]>): void {
    for (const [address, record] of records) this.#records.set(address, record);
  }

  /** What servers have to be asked about these links: each address once. */
  questions(links: readonly WebAddress[]): LinkQuestion[] {
    return questionsAbout(links).filter(({ address, fragments }) => {
      const record = this.get(address);
      const looked = record?.dead ? fragments : (record?.fragments ?? []);
      return !record || !fragments.every((fragment) => looked.includes(fragment));
    });
  }

  /** The latest answers, which `read` reads. */
  toText(): string {
    const kept = [...this.#records].filter(([, record]) => this.#counts(record));
    const latest = kept.sort(([, a], [, b]) => b.asked - a.asked).slice(0, MAX_KEPT);
    return JSON.stringify(Object.fromEntries(latest));
  }

  #counts({ asked }: LinkRecord): boolean {
    const age = this.now() - asked;
    return age >= 0 && age < DAY;
  }
}

/** What has to be asked about links: each address once, with every fragment that can be looked for. */
export function questionsAbout(links: readonly WebAddress[]): LinkQuestion[] {
  const fragments = new Map<string, Set<string>>();
  for (const { address, fragment } of links) {
    const own = fragments.get(address) ?? new Set();
    fragments.set(address, own);
    if (isPlainFragment(fragment)) own.add(fragment);
  }
  return [...fragments].map(([address, own]) => ({ address, fragments: [...own] }));
}

function recordsIn(text: string): [string, LinkRecord][] {
  try {
    const records: unknown = JSON.parse(text);
    if (!isRecord(records)) return [];
    return Object.entries(records).filter((entry): entry is [string, LinkRecord] => isLinkRecord(entry[1]));
  } catch {
    return [];
  }
}

function isLinkRecord(value: unknown): value is LinkRecord {
  if (!isRecord(value)) return false;
  const { asked, dead, moved, fragments = [], missing = [] } = value;
  return (
    typeof asked === 'number' &&
    [undefined, 404, 410, 'name'].includes(dead as LinkRecord['dead']) &&
    (moved === undefined || (typeof moved === 'string' && URL.canParse(moved))) &&
    [fragments, missing].every((all) => Array.isArray(all) && all.every((one) => typeof one === 'string'))
  );
}

import { isRemoteError, type Remote } from '../../files/remote';
import { getOrSet } from '../../text/getOrSet';
import { dead, HostQueue, type Outcome, type Reason } from './hostQueue';
import type { LinkQuestion } from './knownLinks';
import type { LinkRecord } from './linkRecord';

/** How many addresses of one host are asked for at once. */
const AT_ONCE = 2;

/** What was asked, and what servers answered. */
export interface Asked {
  /** By address. */
  readonly records: ReadonlyMap<string, LinkRecord>;
  /** Why nothing is known of the others, by address. */
  readonly unchecked: ReadonlyMap<string, Reason>;
}

/** How asking goes on. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Called after each answer. */
  readonly told?: () => void;
}

/**
 * Asks servers for addresses. What a busy server asks to wait for is waited for, if it is a matter of seconds. When the
 * signal is aborted, what was answered until then is returned.
 */
export async function askLinks(
  questions: readonly LinkQuestion[],
  remote: Remote,
  { signal, told }: Asking,
): Promise<Asked> {
  const outcomes = new Map<string, Outcome>();
  const byHost = new Map<string, LinkQuestion[]>();
  for (const question of questions) {
    getOrSet(byHost, new URL(question.address).host, () => []).push(question);
  }
  const asked = [...byHost.values()].map(async (own) => {
    const host = new HostQueue(remote, signal);
    const left = own.values();
    const takeNext = async () => {
      for (const question of left) {
        outcomes.set(question.address, await host.ask(question));
        told?.();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  });
  const failed = (await Promise.allSettled(asked)).find((one) => one.status === 'rejected');
  if (failed && !signal.aborted) throw failed.reason;
  return sorted(outcomes);
}

/** A host without a name is gone for good, unless no host has one: then there is no network. */
function sorted(outcomes: ReadonlyMap<string, Outcome>): Asked {
  const records = new Map<string, LinkRecord>();
  const unchecked = new Map<string, Reason>();
  const hasNetwork = [...outcomes.values()].some(
    (outcome) => 'record' in outcome || typeof outcome.reason === 'number',
  );
  for (const [address, outcome] of outcomes) {
    const known = 'record' in outcome || !hasNetwork || !isNoName(outcome.reason) ? outcome : dead('name');
    if ('record' in known) records.set(address, known.record);
    else unchecked.set(address, known.reason);
  }
  return { records, unchecked };
}

/** The system's words for a name that the name servers do not know; not for name servers that do not answer. */
function isNoName(reason: Reason): boolean {
  return isRemoteError(reason) && reason.fault === 'unreachable' && reason.detail.includes('ENOTFOUND');
}

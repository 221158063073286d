import type { RemoteFault } from './remote';

/** The faults for which editor and command line have different advice. */
type Advised = 'host' | 'private' | 'certificate';

/** Why a server gave no answer: {0} is its host, {1} what the system says. */
export const FAULT_WORDS: Readonly<Record<Exclude<RemoteFault, Advised>, string>> = {
  address: '{0} is not an address of a web server.',
  redirects: '{0} redirects too often.',
  size: '{0} sends more than is accepted.',
  time: '{0} takes too long to answer.',
  unreachable: "{0} can't be reached: {1}",
  incomplete: '{0} did not send the whole answer, or not as it says.',
};

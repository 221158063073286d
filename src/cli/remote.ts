import type * as Bundle from '../bundles/remote';
import type { Trouble } from '../core/archive/answer';
import { troubleInWords as inWords } from '../core/archive/troubleInWords';
import { isHostNamed, isHostNamedInFull, isHostPattern } from '../core/config/hosts';
import { FAULT_WORDS } from '../core/files/faultWords';
import { type Remote, type RemoteError, type RemoteFault, remoteHost } from '../core/files/remote';
import { filled } from '../core/text/filled';
import { CannotRun } from './errors';

/** The option of commands that ask other servers. */
export const ALLOW_OPTION = { allow: { type: 'string', multiple: true } } as const;

export const ALLOW_HELP = `  --allow HOST             a host that may be asked, besides those in "remote.allow" of .deckwright.json, such as
                           pad.example.org, localhost:8080, 127.0.0.1:*, *.example.org; can be repeated`;

/** The hosts that `--allow` names. */
export function allowOption({ allow = [] }: { readonly allow?: unknown }): readonly string[] {
  const patterns = allow as readonly string[];
  const wrong = patterns.find((pattern) => !isHostPattern(pattern));
  if (wrong === undefined) return patterns;
  throw new CannotRun(
    `--allow ${wrong} names no host: write only the name, such as pad.example.org or localhost:8080.`,
  );
}

/** Asks only the hosts that these patterns name: those of a configuration, and those of `--allow`. */
export function remoteOf(allowed: readonly string[]): Remote {
  return remoteWith(allowed, (url) => isHostNamed(url, allowed));
}

/** Asks all servers; private ones only if these patterns name them. */
export function remoteOfAll(allowed: readonly string[]): Remote {
  return remoteWith(allowed, () => true);
}

function remoteWith(allowed: readonly string[], isAllowed: (url: URL) => boolean): Remote {
  const { remoteClient, askOverSockets, proxyFromEnvironment } = remoteBundle();
  return remoteClient({
    isAllowed: async (url) => isAllowed(url),
    mayBePrivate: (url) => isHostNamedInFull(url, allowed),
    ask: askOverSockets({ agentFor: proxyFromEnvironment }),
  });
}

/** In a bundle of its own: most commands do without it. */
function remoteBundle(): typeof Bundle {
  return require('./remote.js');
}

/** Why a server gave no answer, in words. */
export function faultInWords({ fault, url, detail }: RemoteError): string {
  return filled(WORDS[fault], [remoteHost(url), detail]);
}

const WORDS: Readonly<Record<RemoteFault, string>> = {
  ...FAULT_WORDS,
  host: '{0} may not be asked: name it in "remote.allow" of .deckwright.json, or with --allow {0}.',
  private:
    '{0} is in a private network: name it in full in "remote.allow" of .deckwright.json, or with --allow.',
  certificate:
    'The certificate of {0} is not trusted: {1}. NODE_EXTRA_CA_CERTS can name a file with more that are.',
};

/** Why a remote file is not to be had, in words. */
export function troubleInWords(trouble: Trouble): string {
  return inWords(trouble, { translate: (template, ...values) => filled(template, values), faultInWords });
}

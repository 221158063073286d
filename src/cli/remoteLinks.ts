import { readFile } from 'node:fs/promises';
import { type Asked, askLinks } from '../core/lint/remote/askLinks';
import type { Reason } from '../core/lint/remote/hostQueue';
import { KnownLinks, type LinkQuestion } from '../core/lint/remote/knownLinks';
import type { LinkRecord } from '../core/lint/remote/linkRecord';
import type { RemoteLink } from '../core/lint/remote/linksIn';
import { type LinkTally, tally } from '../core/lint/remote/linkTally';
import { linksFile } from './cacheFile';
import { writeCache } from './lintCache';
import { openRun } from './linting';
import type { ShareRequest } from './lintShare';
import { complain, count } from './output';
import { Progress } from './progress';
import { allowOption, faultInWords, remoteOfAll } from './remote';

/** What a command line asks for when servers are asked. */
export interface RemoteRequest extends Pick<ShareRequest, 'named' | 'rule'> {
  readonly since?: string | undefined;
  /** Hosts that may be in a private network, besides those of the configurations. */
  readonly allow: readonly string[];
}

/**
 * Asks servers for the links of some files, unless they answered in the last day, and says on standard error what that
 * came to. Whoever starts the command wants these hosts to be contacted: only private ones have to be named.
 */
export async function askServers(
  request: RemoteRequest,
  files: readonly string[],
): Promise<ReadonlyMap<string, LinkRecord>> {
  const { links, allow } = await linksOf({ ...request, allow: allowOption(request) }, files);
  const known = await readKnown();
  const { records, unchecked } = await ask(known.questions(links), allow);
  if (records.size > 0) {
    // Another run may have written meanwhile.
    const kept = await readKnown();
    kept.add(records);
    await writeCache(linksFile(), kept.toText());
  }
  known.add(records);
  complain(tallyText(tally(links, (address) => known.get(address))));
  for (const [address, reason] of unchecked) complain(`  not checked: ${address}: ${inWords(reason)}`);
  const answers = links.flatMap(({ address }): [string, LinkRecord][] => {
    const record = known.get(address);
    return record ? [[address, record]] : [];
  });
  return new Map(answers);
}

async function linksOf(
  { allow, ...request }: RemoteRequest,
  files: readonly string[],
): Promise<{ links: readonly RemoteLink[]; allow: readonly string[] }> {
  const since = request.since === undefined ? null : new (await import('./changes')).Since(request.since);
  const run = await openRun(
    { ...request, answers: null },
    { fix: null, since, index: null, watch: null, allow },
  );
  const links: RemoteLink[] = [];
  const allowed = new Set(allow);
  for (const file of files) {
    const deck = await run.linksIn(file);
    links.push(...(deck?.links ?? []));
    for (const host of deck?.allow ?? []) allowed.add(host);
  }
  return { links, allow: [...allowed] };
}

async function readKnown(): Promise<KnownLinks> {
  return KnownLinks.read(await readFile(linksFile(), 'utf8').catch(() => ''));
}

async function ask(questions: readonly LinkQuestion[], allow: readonly string[]): Promise<Asked> {
  const progress = new Progress(process.stderr);
  // Whoever interrupts it ends the run: there is nothing to clean up.
  const { signal } = new AbortController();
  let done = 0;
  const told = () => progress.at(`Asking servers: ${++done} of ${questions.length} links`);
  const asked = await askLinks(questions, remoteOfAll(allow), { signal, told });
  progress.end();
  return asked;
}

function inWords(reason: Reason): string {
  return typeof reason === 'number' ? `the server answered ${reason}.` : faultInWords(reason);
}

function tallyText({ links, hosts, dead, moved, anchors, unchecked }: LinkTally): string {
  if (links === 0) return 'There are no remote links to check.';
  const counts = [
    [dead, 'dead'],
    [moved, 'moved'],
    [anchors, anchors === 1 ? 'missing anchor' : 'missing anchors'],
    [unchecked, 'could not be checked'],
  ] as const;
  const told = counts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  const checked = `Checked ${count(links, 'remote link')} on ${count(hosts, 'host')}`;
  return `${checked}: ${told.join(', ') || 'all fine'}.`;
}

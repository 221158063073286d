import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import type { ArchivedFile } from '../core/archive/archive';
import type { PlannedFile } from '../core/archive/plan';
import type { Remote } from '../core/files/remote';
import { LineIndex } from '../core/text/lineEnds';
import { reasonOf } from '../services/failures';
import { plainText } from '../services/plainText';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { complaintsOf } from '../services/tell';
import { troubleInWords } from '../services/troubleInWords';
import type { ArchiveJob, ArchiveText } from './job';
import { type Rewritten, rewrite } from './rewrite';
import { nameOf } from './words';

/** What archiving came to. */
export interface Outcome {
  readonly files: readonly ArchivedFile[];
  readonly rewritten: readonly Rewritten[];
  /** What could not be saved, by deck and line, as it is logged. */
  readonly complaints: readonly string[];
  readonly isCanceled: boolean;
}

/**
 * Saves the files of these plans, and changes the references to those that are in place by the end: also if the user
 * cancels, so that nothing is downloaded for nothing. Undefined if the user does not allow the servers.
 */
export async function archive(
  jobs: readonly ArchiveJob[],
  title: string,
  bundle: typeof Upkeep,
  services: Services,
): Promise<Outcome | undefined> {
  const remotes = new Map<ArchiveJob, Remote>();
  for (const job of jobs) {
    const remote = await services.remotes.of(job.deck);
    if (!(await remote.allow(missingIn(job).map(({ address }) => address)))) return undefined;
    remotes.set(job, remote);
  }
  const done = new Map<ArchiveJob, ArchivedFile[]>(jobs.map((job) => [job, []]));
  const isDone = await withProgress(title, async (signal, progress) => {
    const total = jobs.flatMap(missingIn).length;
    let count = 0;
    const onDone = (job: ArchiveJob) => (archived: ArchivedFile) => {
      done.get(job)!.push(archived);
      if (!archived.file.isMissing) return;
      const message = vscode.l10n.t('{0} of {1}: {2}', ++count, total, nameOf(archived.file));
      progress.report({ message, increment: 100 / total });
    };
    for (const job of jobs) {
      const remote = remotes.get(job)!;
      await bundle.archiveFiles(job.plan, { remote, store: job.store, signal, onDone: onDone(job) });
    }
    return true;
  });
  // After canceling, a file that was about to be written may still arrive.
  const results = [...done].map(([job, files]) => [job, [...files]] as const);
  const complaints = results.flatMap(([job, files]) => complaintsIn(job, files));
  const rewritten: Rewritten[] = [];
  for (const [job, files] of results) {
    const copies = new Map(files.map(({ file, copies }) => [file.address, copies]));
    for (const text of textsShowing(job, files)) {
      try {
        const result = await rewriteText(text, copies, bundle, services);
        if (result) rewritten.push(result);
      } catch (error) {
        // It is gone or can't be opened any more. The others are still to be changed.
        complaints.push(`${text.uri.fsPath}: ${reasonOf(error)}`);
      }
    }
  }
  return { files: results.flatMap(([, files]) => files), rewritten, complaints, isCanceled: !isDone };
}

function missingIn({ plan }: ArchiveJob): PlannedFile[] {
  return plan.filter(({ isMissing }) => isMissing);
}

function textsShowing({ texts }: ArchiveJob, files: readonly ArchivedFile[]): ArchiveText[] {
  const sources = new Set(files.flatMap(({ file }) => file.places.map(({ source }) => source)));
  return texts.filter(({ source }) => sources.has(source));
}

/** In the text as it is by now: what the user typed meanwhile stays. */
async function rewriteText(
  { uri, source, sourceOf }: ArchiveText,
  copies: ReadonlyMap<string, ArchivedFile['copies']>,
  { rewriteReferences }: typeof Upkeep,
  services: Services,
): Promise<Rewritten | null> {
  const copyOf = (address: string) => copies.get(address)?.get(source.folder);
  const document = await vscode.workspace.openTextDocument(uri);
  return rewrite(document, (deck) => rewriteReferences(sourceOf(deck), copyOf), services);
}

function complaintsIn({ texts }: ArchiveJob, files: readonly ArchivedFile[]): string[] {
  return texts.flatMap(({ uri, text, source }) => {
    const lines = new LineIndex(text);
    const problems = files.flatMap(({ file, trouble }) => {
      if (!trouble) return [];
      const message = `${plainText(file.address)}: ${troubleInWords(trouble)}`;
      return file.places
        .filter((place) => place.source === source)
        .map(({ reference }) => ({ line: lines.positionAt(reference.urlSpan.start).line, message }));
    });
    return complaintsOf(
      uri,
      problems.sort((a, b) => a.line - b.line),
    );
  });
}

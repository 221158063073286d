import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { atExit } from './processes';

export const root = resolve(__dirname, '../..');
/** Decks and references that are beside the checkout on some machines; tests that use them are skipped elsewhere. */
export const shared = join(root, '../shared');
export const resultsFolder = join(root, 'test-results');
export const fixtureWorkspace = join(root, 'test/fixtures/workspace');

/** The files with an ending in a folder of the project and below: paths from the root, with `/` between folders. */
export function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** A new folder that is removed when this process ends. */
export function temporaryFolder(name: string): string {
  // macOS: the temporary folder is a symbolic link, and VS Code would show two different paths for one file.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `deckwright-${name}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** Tests and demos run in a copy: an editor must never be able to save into the checkout. */
export function temporaryCopy(source: string, name: string): string {
  const folder = temporaryFolder(name);
  cpSync(source, folder, { recursive: true });
  return folder;
}

export function makeResultsFolder(): string {
  mkdirSync(resultsFolder, { recursive: true });
  return resultsFolder;
}

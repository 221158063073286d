import type { RemoteFiles } from '../../export/files';
import { ALLOW_HELP, ALLOW_OPTION, allowOption, remoteOf, troubleInWords } from '../remote';
import { choiceOf, type Values } from './format';

/** The options that say what becomes of the files that a deck shows. */
export const ASSETS_OPTIONS = { assets: { type: 'string', default: 'inline' }, ...ALLOW_OPTION } as const;

export const FETCH_HELP = `  --assets fetch           also fetch what the deck shows from other servers, if they may be asked
${ALLOW_HELP}`;

export const ASSETS_HELP = `  --assets inline          take only files that are beside the deck (default)
${FETCH_HELP}`;

/** Throws `CannotRun` if an option has a wrong value. */
export function checkAssets(values: Values): void {
  choiceOf(values, 'assets', ['inline', 'fetch']);
  allowOption(values);
}

/** What fetches files from other servers: with `--assets fetch`, from those that are allowed. */
export function remoteFilesOf(values: Values, configured: readonly string[]): RemoteFiles | undefined {
  if (values.assets !== 'fetch') return undefined;
  return { remote: remoteOf([...configured, ...allowOption(values)]), inWords: troubleInWords };
}

import { homedir } from 'node:os';
import path from 'node:path';

/** Where the system keeps the user's caches: others can't write there. */
export function cachesFolder({ LOCALAPPDATA, XDG_CACHE_HOME = '' }: NodeJS.ProcessEnv = process.env): string {
  return path.join(systemFolder(LOCALAPPDATA, XDG_CACHE_HOME), 'deckwright');
}

function systemFolder(local: string | undefined, configured: string): string {
  if (process.platform === 'win32' && local) return local;
  if (process.platform === 'darwin') return path.join(homedir(), 'Library/Caches');
  return path.isAbsolute(configured) ? configured : path.join(homedir(), '.cache');
}

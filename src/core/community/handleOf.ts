import { handlesIn } from './handles';

/**
 * A person's GitHub handle according to git's configuration: `github.user` if it is set; the handle in one of
 * GitHub's own addresses; a name that looks like a handle. Undefined if none of them gives one.
 */
export function handleOf(user: string, email: string, name: string): string | undefined {
  const address = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i.exec(email)?.[1];
  // A capitalized word is more likely a first name.
  const nickname = /^[a-z\d-]+$/.test(name) ? name : '';
  const candidates = [user, address ?? '', nickname];
  return candidates.flatMap((candidate) => handlesIn(`@${candidate.trim()}`))[0];
}

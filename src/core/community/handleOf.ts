import { handlesIn } from './handles';

/**
 * Somebody's GitHub handle by git's configuration: `github.user` if it is set; the handle in one of GitHub's own
 * addresses; a name that looks like a handle. Undefined where none of them tells.
 */
export function handleOf(user: string, email: string, name: string): string | undefined {
  const address = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i.exec(email)?.[1];
  // A capitalized word rather is a first name.
  const nickname = /^[a-z\d-]+$/.test(name) ? name : '';
  const candidates = [user, address ?? '', nickname];
  return candidates.flatMap((candidate) => handlesIn(`@${candidate.trim()}`))[0];
}

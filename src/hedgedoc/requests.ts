import { isRemoteError, type Remote, type RemoteAnswer } from '../core/files/remote';
import { type NewNote, newNoteForm, readNewNote } from '../core/hedgedoc/newNote';
import { atOnce } from '../services/atOnce';

const UPLOADS_AT_ONCE = 4;

/** Makes a new note on a server. */
export async function sendNote(
  text: string,
  server: string,
  remote: Remote,
  signal: AbortSignal,
): Promise<NewNote> {
  const body = { type: 'text/markdown; charset=utf-8', text };
  const answer = await remote.request(newNoteForm(server), { method: 'POST', body, signal });
  return readNewNote(answer, server);
}

/**
 * The uploads that their server no longer has. What can't be determined counts as there: then the note names it as it
 * did before it was archived.
 */
export async function lostUploads(
  addresses: readonly string[],
  remote: Remote,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  await atOnce(
    UPLOADS_AT_ONCE,
    addresses,
    async (address) => {
      const answer = await remote.request(address, { method: 'HEAD', signal }).catch(unlessRemote);
      if (answer && isLost(answer)) lost.add(address);
    },
    () => !signal.aborted,
  );
  signal.throwIfAborted();
  return lost;
}

/** A web page in place of a picture is a login page. */
function isLost({ status, type }: RemoteAnswer): boolean {
  return status === 404 || status === 410 || (status === 200 && type === 'text/html');
}

function unlessRemote(error: unknown): undefined {
  if (!isRemoteError(error)) throw error;
}

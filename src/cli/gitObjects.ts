/** A content that git keeps. */
export interface GitObject {
  /** From its start, no more than were asked for. */
  readonly bytes: Uint8Array;
  /** In bytes, of the whole. */
  readonly size: number;
}

const LINE_END = 0x0a;

/**
 * Reads what `git cat-file --batch` writes, by id: for each object a line with id, type and size, its bytes and a line
 * end. No more than `limit` bytes of each are held in memory.
 */
export async function readObjects(
  output: AsyncIterable<Buffer>,
  limit: number,
): Promise<Map<string, GitObject>> {
  const objects = new Map<string, GitObject>();
  let rest: Buffer = Buffer.alloc(0);
  let open: OpenObject | null = null;
  for await (const chunk of output) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length > 0) {
      if (!open) {
        const end = rest.indexOf(LINE_END);
        if (end < 0) break;
        open = opened(rest.toString('latin1', 0, end));
        rest = rest.subarray(end + 1);
      } else {
        const part = rest.subarray(0, open.left);
        open.parts.push(part.subarray(0, Math.max(0, limit - (open.size + 1 - open.left))));
        open.left -= part.length;
        rest = rest.subarray(part.length);
      }
      if (open?.left === 0) {
        const { id, size, parts } = open;
        objects.set(id, { size, bytes: Buffer.concat(parts).subarray(0, size) });
        open = null;
      }
    }
  }
  return objects;
}

interface OpenObject {
  readonly id: string;
  readonly size: number;
  readonly parts: Uint8Array[];
  /** Bytes that are still to come, with the line end. */
  left: number;
}

/** Null for an object that git does not have. */
function opened(line: string): OpenObject | null {
  const [id = '', , size] = line.split(' ');
  return size === undefined ? null : { id, size: Number(size), parts: [], left: Number(size) + 1 };
}

/** Its bytes; null if it is larger than what was asked for, or is not there. */
export function wholeOf(object: GitObject | null | undefined): Uint8Array | null {
  return object && object.bytes.length === object.size ? object.bytes : null;
}

import { HEAD_LENGTH, pathIn } from '../files/deckFiles';
import { getOrSet } from '../text/getOrSet';
import { type CopyName, copyName } from './copyName';
import type { CopyStore } from './copyStore';
import { type FileUse, fileType } from './fileType';
import { type RemoteFile, remoteFiles, type Source } from './remoteFiles';

/** What will happen to a remote file. */
export interface PlannedFile extends RemoteFile {
  /** For each folder that needs one. */
  readonly copies: readonly PlannedCopy[];
  /** Whether it has to be downloaded: not all of them are there. */
  readonly isMissing: boolean;
}

/** A copy that is there or will be. */
export interface PlannedCopy {
  readonly folder: string;
  /** The name that it gets if that is free, and with the ending that fits what arrives. */
  readonly name: CopyName;
  /** Path of a copy that is there already, for which nothing is requested. */
  readonly there: string | null;
}

/** What archiving the remote files of these texts will do. Nothing is requested. */
export async function planArchive(
  sources: readonly Source[],
  store: CopyStore,
  hedgedocHosts: readonly string[],
): Promise<PlannedFile[]> {
  const lists = new Map<string, ReturnType<CopyStore['list']>>();
  const list = (folder: string) => getOrSet(lists, folder, () => store.list(folder));
  return Promise.all(
    remoteFiles(sources).map(async (file) => {
      const name = copyName(file.address, hedgedocHosts);
      const byFolder = new Map(file.places.map(({ source }) => [source.folder, source]));
      const found = [...byFolder.values()].map(async ({ folder, path }) => {
        const beside = path.split('/').slice(0, -1).join('/');
        const there = await Promise.all([beside, folder].map((each) => copyIn(each)));
        return { folder, name, there: there.find((copy) => copy !== null) ?? null };
      });
      const copies = await Promise.all(found);
      return { ...file, copies, isMissing: copies.some(({ there }) => there === null) };

      /** Only names of uploads are certain: others may be those of other files. */
      async function copyIn(folder: string): Promise<string | null> {
        if (name.upload === null) return null;
        const names = await list(folder);
        for (const each of new Set([name.upload, name.name])) {
          const path = pathIn(folder, each);
          if (names?.get(each) === 'file' && (await isUsable(path, file.uses, store))) return path;
        }
        return null;
      }
    }),
  );
}

/** What was saved may be a page to log in. */
async function isUsable(path: string, uses: ReadonlySet<FileUse>, store: CopyStore): Promise<boolean> {
  const head = await store.read(path, HEAD_LENGTH);
  const type = head && fileType(head);
  return type !== null && typeof type !== 'string' && uses.has(type.use);
}

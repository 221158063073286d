import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SiteStore } from '../../export/site/siteStore';
import { CannotRun, errorCode } from '../errors';
import { isWithin } from '../nodeFiles';
import { writeAtomically } from '../writeFile';

/** The folder of a site on the disk. Links in it that lead elsewhere are not followed. */
export class SiteFolder implements SiteStore {
  constructor(readonly folder: string) {}

  async read(name: string): Promise<Uint8Array | null> {
    const file = path.join(this.folder, name);
    try {
      await this.#refuseElsewhere(file);
      return await readFile(file);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error instanceof CannotRun ? error : new CannotRun(`${file} can't be read: ${code}.`);
    }
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    const file = path.join(this.folder, name);
    const folder = path.dirname(file);
    await mkdir(folder, { recursive: true }).catch((error) => {
      throw new CannotRun(`${folder} can't be made: ${errorCode(error)}.`);
    });
    await this.#refuseElsewhere(folder);
    await writeAtomically(file, content, true);
  }

  async remove(name: string): Promise<void> {
    await rm(path.join(this.folder, name), { force: true });
  }

  async #refuseElsewhere(file: string): Promise<void> {
    if (!isWithin(await realpath(this.folder), await realpath(file)))
      throw new CannotRun(`${file} is a link that leads out of ${this.folder}.`);
  }
}

import assert from 'node:assert/strict';
import { highlight } from '../../../../src/core/render/highlight';
import { Unreadable } from '../../../../src/export/files';
import { type Camera, exportSite, type SiteOptions } from '../../../../src/export/site/exportSite';
import { MANIFEST_FILE } from '../../../../src/export/site/manifest';
import type { SiteDeck } from '../../../../src/export/site/sitePage';
import type { SiteStore } from '../../../../src/export/site/siteStore';
import { siteWords } from '../../../../src/export/site/siteWords';
import { english } from '../../../../src/export/words';
import { runtime } from '../exporting';

const PICTURE = new Uint8Array([1, 2, 3]);

/** A folder in memory, which notes what is written. */
class Folder implements SiteStore {
  readonly files = new Map<string, string>();
  readonly written: string[] = [];
  /** How many more files can be written before this is as if the process were killed. */
  left = Number.POSITIVE_INFINITY;

  async read(path: string): Promise<Uint8Array | null> {
    const content = this.files.get(path);
    return content === undefined ? null : new TextEncoder().encode(content);
  }

  async write(path: string, content: Uint8Array): Promise<void> {
    if (this.left-- <= 0) throw new Error('killed');
    this.written.push(path);
    this.files.set(path, new TextDecoder().decode(content));
  }

  async remove(path: string): Promise<void> {
    this.files.delete(path);
  }

  /** The pages that were written since this was last asked. */
  get pages(): string[] {
    return this.written.splice(0).filter((path) => path.endsWith('.html'));
  }
}

function deck(path: string, text = `# ${path}`): SiteDeck {
  return {
    path,
    text,
    options: { setup: 'hedgedoc' },
    folder: '',
    surroundings: {
      fileName: path,
      files: {
        async read() {
          throw new Unreadable('missing');
        },
      },
      hedgedocHosts: [],
      trusted: true,
      runtime,
      translate: english,
    },
  };
}

const DECKS = ['a.md', 'b.md', 'c.md'].map((path) => deck(path));

describe('the export of a site', () => {
  let folder: Folder;
  const exported = (decks: readonly SiteDeck[], options: Partial<SiteOptions> = {}) =>
    exportSite(decks, folder, {
      title: 'Decks',
      words: siteWords(english, 'en'),
      version: '1',
      force: false,
      runtime,
      highlight,
      camera: null,
      told: () => {},
      ...options,
    });

  beforeEach(() => {
    folder = new Folder();
  });

  it('goes on where it was canceled', async () => {
    const abort = new AbortController();
    const told = () => abort.abort(new Error('canceled'));
    await assert.rejects(exported(DECKS, { signal: abort.signal, told }), /canceled/);
    assert.deepEqual(folder.pages, ['a.html']);
    const { made, pages } = await exported(DECKS);
    assert.deepEqual([made, pages, folder.pages], [2, 3, ['b.html', 'c.html', 'index.html']]);
  });

  it('goes on wherever it was killed, and is then as if it had not been', async () => {
    await exported(DECKS);
    const whole = new Map(folder.files);
    const count = folder.written.length;
    for (let left = 0; left < count; left++) {
      folder = new Folder();
      folder.left = left;
      await assert.rejects(exported(DECKS), /killed/);
      folder.left = Number.POSITIVE_INFINITY;
      await exported(DECKS);
      assert.deepEqual(new Map([...folder.files].sort()), new Map([...whole].sort()), `after ${left} files`);
    }
  });

  it('makes everything anew with another version', async () => {
    await exported(DECKS);
    assert.equal((await exported(DECKS)).made, 0);
    assert.equal((await exported(DECKS, { version: '2' })).made, 3);
  });

  it('makes a page anew if what surrounds its deck has changed', async () => {
    await exported(DECKS);
    const [first, ...others] = DECKS;
    const asReveal = { ...first!, options: { setup: 'reveal-md' } as const };
    assert.equal((await exported([asReveal, ...others])).made, 1);
    const restricted = { ...first!, surroundings: { ...first!.surroundings, trusted: false } };
    assert.equal((await exported([restricted, ...others])).made, 1);
  });

  it('removes pages and files that nothing needs any more, but none that was changed since', async () => {
    await exported(DECKS);
    folder.files.set('b.html', 'changed by hand');
    folder.files.set('mine.txt', 'mine');
    const { removed } = await exported([DECKS[0]!]);
    assert.equal(removed, 1);
    assert.deepEqual([...folder.files.keys()].filter((path) => !path.startsWith('assets/')).sort(), [
      MANIFEST_FILE,
      '.nojekyll',
      'a.html',
      'b.html',
      'index.html',
      'mine.txt',
    ]);
    assert.equal([...folder.files.keys()].filter((path) => path.includes('search.')).length, 1);
  });

  it('takes pictures of new pages, and again of those of which there is none', async () => {
    const asked: string[] = [];
    const camera: Camera = async (pages, taken) => {
      asked.push(...pages);
      for (const page of pages) await taken(page, page === 'b.html' && asked.length < 4 ? null : PICTURE);
    };
    assert.equal((await exported(DECKS, { camera })).withoutPicture, 1);
    assert.equal((await exported(DECKS, { camera })).withoutPicture, 0);
    assert.deepEqual(asked, ['a.html', 'b.html', 'c.html', 'b.html']);
    assert.equal(folder.files.get('index.html')!.split('.webp').length - 1, 3);
    const changed = [deck('a.md', '# Other'), ...DECKS.slice(1)];
    assert.equal((await exported(changed)).withoutPicture, 1);
  });

  it('says how far it is', async () => {
    const told: string[] = [];
    const camera: Camera = async (pages, taken) => {
      for (const page of pages) await taken(page, PICTURE);
    };
    await exported(DECKS, { camera, told: (done, total) => told.push(`${done}/${total}`) });
    assert.deepEqual(told, ['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
  });
});

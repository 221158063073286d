import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { OpenedPages } from '../../src/export/openedPages';

const DAY = 24 * 60 * 60 * 1000;

describe('old pages that were opened in the browser', () => {
  it('are deleted after a week', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deckwright-pages-'));
    try {
      for (const [name, days] of [
        ['kept.html', 6],
        ['old.html', 8],
      ] as const) {
        await writeFile(join(folder, name), '<p>');
        const then = new Date(Date.now() - days * DAY);
        await utimes(join(folder, name), then, then);
      }
      const page = await new OpenedPages(vscode.Uri.file(folder)).write(vscode.Uri.file('/a.md'), '<p>new');
      const written = page.path.replace(/^.*\//, '');
      assert.deepEqual((await readdir(folder)).sort(), [written, 'kept.html'].sort());
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReferenceKind } from '../../src/core/markup/referenceKind';
import { lostInWords } from '../../src/core/render/notices';
import type { Lost } from '../../src/core/render/rendered';
import { Configs } from '../../src/services/config';
import { Folders } from '../../src/services/folders';
import { Pictures } from '../../src/slides/pictures';
import { extensionUri, fixture, removeConfig, writeConfig } from './workspace';

describe('pictures of a deck', () => {
  let folders: Folders;
  let configs: Configs;
  let panel: vscode.WebviewPanel;

  beforeEach(() => {
    folders = new Folders();
    configs = new Configs(extensionUri);
    panel = vscode.window.createWebviewPanel('test', 'test', { viewColumn: vscode.ViewColumn.One });
  });
  afterEach(async () => {
    folders.dispose();
    configs.dispose();
    await removeConfig();
    panel.dispose();
  });

  /** What a URL becomes, or why it is missing, once the folders it names have been listed. */
  async function resolve(
    url: string,
    document = fixture('pictures.md'),
    kind: ReferenceKind = 'image',
  ): Promise<string> {
    await configs.ready(document);
    const pictures = new Pictures(document, panel.webview, { folders, configs });
    let resolved: string | Lost;
    do resolved = pictures.resolve(url, kind);
    while (await pictures.settle());
    return typeof resolved === 'string' ? decodeURIComponent(resolved) : lostInWords(resolved);
  }

  it('are found with and without ./, below the deck and from the workspace folder', async () => {
    for (const url of [
      'pictures/red.png',
      './pictures/red.png',
      '/pictures/red.png',
      'pictures/blue%20sky.png',
    ]) {
      assert.match(await resolve(url), /^https:.*\/pictures\/(red|blue sky)\.png$/, url);
    }
  });

  it('with names of another case are missing, whatever the file system says', async () => {
    assert.match(await resolve('pictures/Red.png'), /^Picture not found:/);
  });

  it('outside the workspace are never touched', async () => {
    for (const url of ['../outside.png', 'pictures/../../outside.png']) {
      assert.match(await resolve(url), /^Picture outside the workspace:/, url);
    }
    // Browsers stay at the root.
    assert.match(await resolve('/../outside.png'), /^Picture not found:/);
    for (const url of ['file:///etc/passwd', '\\\\host\\share\\x.png'])
      assert.equal(await resolve(url), '', url);
  });

  it('are files, not folders, and no folder around the workspace is ever listed', async () => {
    for (const url of ['pictures', 'pictures/', './', '/'])
      assert.match(await resolve(url), /^Picture not found:/, url);
    assert.equal(folders.entries(vscode.Uri.joinPath(fixture('pictures.md'), '../..')), undefined);
  });

  it('uploaded to a HedgeDoc host are taken from the copy beside the deck', async () => {
    assert.match(
      await resolve('https://input.scs.community/uploads/0123-uploaded.png'),
      /\/0123-uploaded\.png$/,
    );
    const lost = 'https://input.scs.community/uploads/lost.png';
    assert.equal(await resolve(lost), lost);
  });

  it('are taken from the copy for the HedgeDoc hosts that the configuration names, and no others', async () => {
    await writeConfig({ hedgedocHosts: ['pad.example.org'] });
    assert.match(await resolve('https://pad.example.org/uploads/0123-uploaded.png'), /\/0123-uploaded\.png$/);
    const other = 'https://input.scs.community/uploads/0123-uploaded.png';
    assert.equal(await resolve(other), other);
  });

  it('without a safe address are not loaded', async () => {
    assert.match(await resolve('http://example.org/a.png'), /^Not loaded, not a secure address: http:/);
  });

  it('that a style sheet names are loaded from the workspace only', async () => {
    const inStyle = (url: string) => resolve(url, fixture('pictures.md'), 'css');
    assert.match(await inStyle('pictures/red.png'), /\/pictures\/red\.png$/);
    assert.equal(await inStyle('https://example.org/a.png'), '');
  });

  it('of an unsaved deck are missing', async () => {
    const untitled = vscode.Uri.parse('untitled:Untitled-1');
    assert.match(await resolve('a.png', untitled), /^Picture outside the workspace:/);
  });
});

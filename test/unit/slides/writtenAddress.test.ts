import assert from 'node:assert/strict';
import { writtenAddress } from '../../../src/slides/webview/writtenAddress';

const FOLDER = 'https://file%2B.vscode-resource.vscode-cdn.net/home/me/my%20decks/2024';
const beside = (path: string) => writtenAddress(`${FOLDER}/${path}`, FOLDER);

describe('The address of a picture that did not load', () => {
  it('is the path from the folder of the deck for a file', () => {
    assert.equal(beside('deck.md'), 'deck.md');
    assert.equal(beside('blue%20sky.png?v=3'), 'blue sky.png');
    assert.equal(beside('../shared/100%25%23.png'), '../shared/100%#.png');
  });

  it('is the same path for a file as it was in git', () => {
    const then = FOLDER.replace('file%2B', 'git%2B');
    assert.equal(writtenAddress(`${then}/sky.png?{"ref":"HEAD"}`, FOLDER), 'sky.png');
  });

  it('is as it was written for one from elsewhere', () => {
    assert.equal(writtenAddress('https://example.org/a%20b.png?x', FOLDER), 'https://example.org/a b.png?x');
    assert.equal(writtenAddress('https://example.org/%E0%A4.png', ''), 'https://example.org/%E0%A4.png');
  });

  it('is nothing where nothing is named, so that no address of the page is shown', () => {
    for (const url of ['', '#', '#/2', '?', 'data:image/png;base64,AA==', 'https://', 'https:']) {
      assert.equal(writtenAddress(url, FOLDER), null, url);
    }
  });
});

import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'invalid-image';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const files = {
  'good.png': png,
  'upper.PNG': png,
  'drawing.svg': '<?xml version="1.0"?><svg/>',
  'empty.png': '',
  'login.png': '\n<!DOCTYPE html><html><title>Log in</title></html>',
  'other.jpg': png,
  'pointer.png': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\n',
  'words.gif': 'no picture at all',
};
const message = (name: string) => lint(`![](./${name})`, { rule, files })[0]?.message ?? '';

describe('invalid-image', () => {
  it('leaves alone pictures that are what their names say', () => {
    const text = '![](./good.png) ![](./upper.PNG) ![](./drawing.svg) ![](./missing.png)';
    assert.deepEqual(faults(text, { rule, files }), []);
  });

  it('finds an empty file', () => assert.match(message('empty.png'), /empty file/));
  it('finds a web page saved as a picture', () => assert.match(message('login.png'), /web page/));
  it('finds a picture of another type', () => assert.match(message('other.jpg'), /type PNG/));
  it('finds a Git LFS pointer', () => assert.match(message('pointer.png'), /git lfs pull/));
  it('finds what is not a picture', () => assert.match(message('words.gif'), /not a picture/));

  it('checks backgrounds too', () => {
    assert.deepEqual(faults('<!-- .slide: data-background="./empty.png" -->', { rule, files }), [
      './empty.png',
    ]);
  });
});

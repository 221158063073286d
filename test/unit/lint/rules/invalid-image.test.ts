import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'invalid-image';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** A camera's metadata that claim to be longer than the file. */
const lateExif = Buffer.concat([Buffer.from('/9j/4QAeRXhpZgAATU0AKgAAAA7//w==', 'base64'), Buffer.alloc(40)]);
const files = {
  'camera.jpg': lateExif,
  'camera.png': lateExif,
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
  it('warns of a picture of another type, which browsers show', () => {
    const [found] = lint('![](./other.jpg)', { rule, files });
    assert.match(found!.message, /type PNG/);
    assert.equal(found!.severity, 'warning');
    assert.equal(lint('![](./empty.png)', { rule, files })[0]!.severity, 'error');
  });
  it('knows a JPEG that can not be measured', () => {
    assert.equal(message('camera.jpg'), '');
    assert.match(message('camera.png'), /type JPG/);
  });
  it('finds a Git LFS pointer', () => assert.match(message('pointer.png'), /git lfs pull/));
  it('finds what is not a picture', () => assert.match(message('words.gif'), /not a picture/));

  it('checks backgrounds too', () => {
    assert.deepEqual(faults('<!-- .slide: data-background="./empty.png" -->', { rule, files }), [
      './empty.png',
    ]);
  });
});

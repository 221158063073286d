import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readAnswer } from '../../../src/core/archive/answer';
import { copyName, fittingName } from '../../../src/core/archive/copyName';
import type { FileUse } from '../../../src/core/archive/fileType';
import { LOGIN_PAGE } from '../../remote/answers';
import { PNG } from './png';

const HOST = 'pad.example.org';

/** What an answer of these bytes is taken for: an ending or the trouble. */
function taken(
  body: Uint8Array | string,
  uses: readonly FileUse[] = ['picture'],
  status = 200,
): string | number {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  const answer = { url: '', status, type: 'image/png', headers: new Map(), redirects: [], bytes };
  const read = readAnswer(answer, new Set(uses));
  if (!('trouble' in read)) return read.ending;
  return read.trouble.kind === 'status' ? read.trouble.status : read.trouble.kind;
}

describe('The answer of a server', () => {
  it('is what its bytes are, whatever the server says', () => {
    assert.equal(taken(PNG), 'png');
    assert.equal(taken('GIF89a\x01\x00\x01\x00'), 'gif');
    assert.equal(taken(Buffer.from('ffd8ffe000104a464946', 'hex')), 'jpg');
    assert.equal(taken('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg');
    assert.equal(
      taken('\ufeff<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "x">\n<svg width="1">'),
      'svg',
    );
    assert.equal(taken('\0\0\0\x20ftypisom\0\0\0\0', ['media']), 'mp4');
    assert.equal(taken(Buffer.from('1a45dfa3', 'hex'), ['media']), 'webm');
    assert.equal(taken('wOF2', ['picture', 'font']), 'woff2');
  });

  it('is refused if it is no picture', () => {
    assert.equal(taken(''), 'empty');
    assert.equal(taken(LOGIN_PAGE), 'html');
    assert.equal(taken(`\n<!-- HedgeDoc -->\n${LOGIN_PAGE}`), 'html');
    assert.equal(taken('<?xml version="1.0"?><!DOCTYPE html><html><svg width="1"/></html>'), 'html');
    assert.equal(taken('<div><svg width="1" height="1"></svg></div>'), 'unknown');
    assert.equal(taken('version https://git-lfs.github.com/spec/v1\noid sha256:0\n'), 'lfs');
    assert.equal(taken('{"error":"not found"}'), 'unknown');
    assert.equal(taken(gzipSync(PNG)), 'unknown');
    assert.equal(taken(PNG, ['media']), 'picture');
    assert.equal(taken(PNG, ['picture'], 404), 404);
    assert.equal(taken(PNG, ['picture'], 206), 206);
  });
});

describe('The name of a copy', () => {
  const name = (address: string, ending = 'png') => fittingName(copyName(address, [HOST]), ending);

  it('is that of the upload', () => {
    const upload = '0b2cdcd3-7c37-4aa4-a4a1-1d7e6b2b5d3f.PNG';
    assert.equal(name(`https://${HOST}/uploads/${upload}`), upload);
    assert.deepEqual(copyName(`https://${HOST}/uploads/${upload}`, [HOST]), { name: upload, upload });
    for (const address of [
      'https://i.imgur.com/aBcD123.png',
      'https://hackmd.io/_uploads/HJx1_abc-D.png',
      'https://s3.example.org/hackmd/uploads/upload_0123456789abcdef0123456789abcdef.png',
    ]) {
      const last = address.replace(/^.*\//, '');
      assert.deepEqual(copyName(address, []), { name: last, upload: last });
    }
  });

  it('may be that of another file where servers give none that are unique', () => {
    assert.deepEqual(copyName('https://example.org/uploads/logo.png', []), {
      name: 'logo.png',
      upload: null,
    });
  });

  it('has the ending that fits the file', () => {
    assert.equal(name('https://example.org/image?id=5'), 'image.png');
    assert.equal(name('https://example.org/photo.JPG', 'webp'), 'photo.webp');
    assert.equal(name('https://example.org/photo.jpeg', 'jpg'), 'photo.jpeg');
    assert.equal(name('https://example.org/picture.php?x=y.gif'), 'picture.png');
    assert.equal(name('https://example.org/v1.2'), 'v1.2.png');
    assert.equal(name('https://example.org/'), 'file.png');
    // Programs find the copy of an upload by its name.
    assert.equal(name(`https://${HOST}/uploads/a.png`, 'jpg'), 'a.png');
  });

  it('never leads to another folder, and is no name of a device', () => {
    for (const [written, expected] of [
      ['../../x.png', 'x.png'],
      ['..%2f..%2fx.png', 'x.png'],
      ['%2e%2e%5c%2e%2e%5cx.png', 'x.png'],
      ['%2Fetc%2Fpasswd', 'passwd.png'],
      ['C:%5CWindows%5Cx.png', 'x.png'],
      ['%2e%2e', 'file.png'],
      ['.htaccess', 'htaccess.png'],
      ['con.png', 'file-con.png'],
      ['LPT1', 'file-LPT1.png'],
      ['COM%C2%B9.png', 'file-COM1.png'],
      ['a%00b.png', 'a-b.png'],
      ['a%E2%80%AEgnp.exe', 'a-gnp.exe.png'],
      ['x.png.', 'x.png'],
      ['x.png%20', 'x.png'],
      ['a:b.png', 'a-b.png'],
      [`${'a'.repeat(300)}.png`, `${'a'.repeat(80)}.png`],
    ]) {
      assert.equal(name(`https://example.org/${written}`), expected, written);
      assert.equal(name(`https://${HOST}/uploads/${written}`), expected, written);
    }
  });

  it('is clean whatever the address is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (path, isEncoded) => {
        const address = `https://${HOST}/uploads/${isEncoded ? encodeURIComponent(path) : path}`;
        const found = name(address);
        assert.match(found, /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]|\.(?!\.|$))*$/u);
        assert.ok(found.length < 100 && !/^(?:con|nul)\./i.test(found));
      }),
    );
  });
});

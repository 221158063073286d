import assert from 'node:assert/strict';
import { classifyUrl, uploadName } from '../../../src/core/files/urls';

describe('A URL', () => {
  it('is a file without query, fragment and escapes', () => {
    assert.deepEqual(classifyUrl('./a%20b.png?x=1#y'), { kind: 'local', path: './a b.png' });
    assert.deepEqual(classifyUrl('100%.png'), { kind: 'local', path: '100%.png' });
  });

  it('is remote with http, https and without scheme', () => {
    for (const url of ['http://a.b/c', 'https://a.b/c', '//a.b/c']) {
      assert.equal(classifyUrl(url).kind, 'remote', url);
    }
    assert.deepEqual(classifyUrl('//A.b/c'), {
      kind: 'remote',
      url: 'https://A.b/c',
      host: 'a.b',
      path: '/c',
    });
  });

  it('is not looked up with other schemes, UNC paths or control characters', () => {
    for (const url of ['file:///etc/passwd', 'javascript:x', 'C:\\x', '\\\\host\\share', 'a\0b', '%00', '']) {
      assert.equal(classifyUrl(url).kind, 'other', JSON.stringify(url));
    }
  });

  it('is an anchor within the deck', () => {
    assert.deepEqual(classifyUrl('#/2/1'), { kind: 'anchor', fragment: '/2/1' });
  });
});

describe('The copy of an upload', () => {
  const name = (url: string) => uploadName(classifyUrl(url), ['input.scs.community']);

  it('has the name of the upload', () => {
    assert.equal(name('https://input.scs.community/uploads/61c9-fea6.png'), '61c9-fea6.png');
  });

  it('is looked for on HedgeDoc hosts only, and for uploads only', () => {
    assert.equal(name('https://example.org/uploads/a.png'), null);
    assert.equal(name('https://input.scs.community/p/a.png'), null);
    assert.equal(name('./uploads/a.png'), null);
  });

  it('leads to no other folder, however it is written', () => {
    for (const written of ['..%2Fa.png', '..%2f..%2fa.png', '..%5Ca.png', '%2Fetc%2Fa.png'])
      assert.equal(name(`https://input.scs.community/uploads/${written}`), null, written);
  });
});

import assert from 'node:assert/strict';
import { isNoteAddress, readNoteAddress } from '../../../src/core/hedgedoc/noteAddress';

const PAGE = 'https://pad.example.org/abc';

/** The page of the note, or why there is none. */
function pageOf(text: string): string {
  const read = readNoteAddress(text);
  return isNoteAddress(read) ? read.page : read;
}

describe('The address of a note', () => {
  it('leads to the note’s markdown', () => {
    assert.deepEqual(readNoteAddress(PAGE), {
      server: 'https://pad.example.org',
      page: PAGE,
      download: `${PAGE}/download`,
    });
  });

  it('may be that of the editor, the published note, the slides or the markdown', () => {
    for (const form of [
      '/abc',
      '/abc/',
      '/s/abc',
      '/p/abc',
      '/s/abc/edit',
      '/abc/download',
      '/abc/publish',
      '/abc/slide',
    ]) {
      assert.equal(pageOf(`https://pad.example.org${form}`), PAGE, form);
    }
  });

  it('may have a mode and a place on the page, which are dropped', () => {
    for (const form of ['?both', '?edit', '?view', '#Second-slide', '?view#x', '#/2/1']) {
      assert.equal(pageOf(PAGE + form), PAGE, form);
    }
  });

  it('may be below a path', () => {
    assert.equal(pageOf('https://example.org/pad/s/abc?view'), 'https://example.org/pad/abc');
    assert.equal(pageOf('https://example.org/a/b/abc/'), 'https://example.org/a/b/abc');
  });

  it('may be one of HackMD, with the name of a team', () => {
    assert.equal(pageOf('https://hackmd.io/@team/abc'), 'https://hackmd.io/@team/abc');
    assert.equal(pageOf('https://hackmd.io/@team/abc/edit'), 'https://hackmd.io/@team/abc');
    assert.equal(pageOf('https://hackmd.io/@team/abc#/3'), 'https://hackmd.io/@team/abc');
    assert.equal(pageOf('https://hackmd.io/s/abc'), 'https://hackmd.io/abc');
  });

  it('may lack the scheme, and have a port', () => {
    assert.equal(pageOf('pad.example.org/abc'), PAGE);
    assert.equal(pageOf(' localhost:3000/abc\n'), 'https://localhost:3000/abc');
    assert.equal(pageOf('http://127.0.0.1:3000/abc'), 'http://127.0.0.1:3000/abc');
  });

  it('loses user names and passwords', () => {
    assert.equal(pageOf('https://me:secret@pad.example.org/abc?token=secret'), PAGE);
  });

  it('keeps names in other scripts, and names that look like a view or a path', () => {
    assert.equal(pageOf('https://pad.example.org/Übersicht'), 'https://pad.example.org/%C3%9Cbersicht');
    assert.equal(pageOf('https://pad.example.org/slide'), 'https://pad.example.org/slide');
    assert.equal(pageOf('https://pad.example.org/..%2F..%2Fetc'), 'https://pad.example.org/..%2F..%2Fetc');
    assert.equal(pageOf('https://pad.example.org/a/../../abc'), PAGE);
  });

  it('is not that of another page of the server', () => {
    for (const path of [
      '',
      '/',
      '/new',
      '/login',
      '/s/',
      '/uploads/a.png',
      '/pad/uploads/a.png',
      '/@team',
      '/auth/github',
    ]) {
      assert.equal(pageOf(`https://pad.example.org${path}`), 'no-note', path);
    }
  });

  it('is on the web', () => {
    for (const text of [
      '',
      'abc',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ftp://x.org/abc',
      '\\\\host\\abc',
      'a b.org/c',
      'https://',
    ]) {
      assert.equal(pageOf(text), 'no-url', text);
    }
  });
});

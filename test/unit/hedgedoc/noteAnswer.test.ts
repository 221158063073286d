import assert from 'node:assert/strict';
import type { RemoteAnswer } from '../../../src/core/files/remote';
import { readNote } from '../../../src/core/hedgedoc/noteAnswer';
import { noteAddress } from './notes';

const ADDRESS = noteAddress('https://pad.example.org/abc');
const { download } = ADDRESS;

/** The text of an answer, or why it is none. */
function read(content: string | Uint8Array, answer: Partial<RemoteAnswer> = {}): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const note = readNote(
    {
      url: download,
      status: 200,
      type: 'text/markdown',
      headers: new Map(),
      redirects: [],
      bytes,
      ...answer,
    },
    ADDRESS,
  );
  return 'text' in note ? note.text : [note.fault, note.detail].filter(Boolean).join(' ');
}

const LOGIN_PAGE = '<!DOCTYPE html>\n<html lang="en"><body><form action="/login"></form></body></html>';

describe('The answer of a HedgeDoc server', () => {
  it('is the note’s markdown, as it is', () => {
    assert.equal(read('# Call\r\n\r\n---\r\n\r\n# Ünd'), '# Call\r\n\r\n---\r\n\r\n# Ünd');
    assert.equal(read('<div>\n\n# Call\n</div>', { type: 'text/plain' }), '<div>\n\n# Call\n</div>');
    assert.equal(read('# Call', { type: '' }), '# Call');
  });

  it('loses its byte order mark', () => {
    assert.equal(read('\ufeff---\ntype: slide\n---\n'), '---\ntype: slide\n---\n');
  });

  it('asks for a login with its status, or by leading to another page', () => {
    assert.equal(read('', { status: 403, type: 'text/html' }), 'login 403');
    assert.equal(read(LOGIN_PAGE, { url: 'https://pad.example.org/', type: 'text/html' }), 'login');
  });

  it('is no note if it is a web page, also where it says markdown', () => {
    assert.equal(read(LOGIN_PAGE, { type: 'text/html' }), 'page');
    assert.equal(read(LOGIN_PAGE), 'page');
    assert.equal(read(`\n<!-- hi -->\n<html>`, { type: 'text/plain' }), 'page');
  });

  it('says that there is no such note, that the server is busy, or another status', () => {
    assert.equal(read('', { status: 404 }), 'missing 404');
    assert.equal(read('', { status: 429 }), 'busy 429');
    assert.equal(read('', { status: 500 }), 'status 500');
    assert.equal(read('', { status: 204 }), 'status 204');
  });

  it('is no note if it is JSON, a picture, or empty', () => {
    assert.equal(read('{"error": "no"}', { type: 'application/json' }), 'type application/json');
    assert.equal(read(new Uint8Array([0x89, 0x50]), { type: 'image/png' }), 'type image/png');
    assert.equal(read(' \n'), 'empty');
  });

  it('is no note if it is binary, in UTF-16, or not valid UTF-8', () => {
    assert.equal(read(new Uint8Array([0x89, 0x50, 0x4e, 0x47])), 'encoding');
    assert.equal(read(new Uint8Array(Buffer.from('\ufeff# Call', 'utf16le'))), 'encoding');
    assert.equal(read(new Uint8Array(Buffer.from('# Call', 'utf16le'))), 'encoding');
    assert.equal(read(new Uint8Array([0x23, 0x20, 0xfc])), 'encoding');
  });
});

import assert from 'node:assert/strict';
import type { RemoteAnswer } from '../../../src/core/files/remote';
import { type NewNote, readNewNote } from '../../../src/core/hedgedoc/newNote';

const ID = 'n6qzLQ0VTgKb1sJzq-_2Xw';

function answer(status: number, location?: string): RemoteAnswer {
  return {
    url: 'https://pad.org/new',
    status,
    type: 'text/html',
    headers: new Map(location === undefined ? [] : [['location', location]]),
    redirects: [],
    bytes: new Uint8Array(),
  };
}

function ledTo(location: string, server = 'https://pad.org'): NewNote {
  return readNewNote(answer(302, location), server);
}

function pageOf(note: NewNote): string | undefined {
  return 'page' in note ? note.page : undefined;
}

function faultOf(note: NewNote): string | undefined {
  return 'fault' in note ? note.fault : undefined;
}

describe('A new note on HedgeDoc', () => {
  it('is where the server says that it is', () => {
    assert.equal(pageOf(ledTo(`https://pad.org/${ID}`)), `https://pad.org/${ID}`);
    assert.equal(pageOf(ledTo(`/md/${ID}`, 'https://pad.org/md')), `https://pad.org/md/${ID}`);
    assert.equal(pageOf(ledTo(`/${ID}`, 'http://localhost:3000')), `http://localhost:3000/${ID}`);
  });

  it('is reached the way the server was reached', () => {
    assert.equal(pageOf(ledTo(`http://pad.org/${ID}`)), `https://pad.org/${ID}`);
  });

  it('needs a login where the server leads to its start page or another', () => {
    for (const location of ['https://pad.org/', '/', '/login', 'https://pad.org/auth/oauth2', '/403', '']) {
      assert.equal(faultOf(ledTo(location)), 'login', location);
    }
    assert.equal(faultOf(readNewNote(answer(403), 'https://pad.org')), 'login');
  });

  it('is on no other server, and nothing but the address of a note', () => {
    const answers = [
      `https://evil.example/${ID}`,
      `//evil.example/${ID}`,
      `https://pad.org@evil.example/${ID}`,
      `https://pad.org:8443/${ID}`,
      `https://pad.org/other/${ID}`,
      `javascript:alert(1)//${ID}`,
      `command:/${ID}`,
    ];
    for (const location of answers) assert.equal(faultOf(ledTo(location)), 'login', location);
    assert.equal(faultOf(ledTo(`/${ID}`, 'https://pad.org/md')), 'login');
  });

  it('is not made where the server refuses it', () => {
    const FAULTS = { 413: 'length', 429: 'busy', 503: 'busy', 200: 'status', 404: 'status', 500: 'status' };
    for (const [status, fault] of Object.entries(FAULTS)) {
      const note = readNewNote(answer(Number(status)), 'https://pad.org');
      assert.deepEqual(note, { fault, detail: status });
    }
  });
});

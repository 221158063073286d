import assert from 'node:assert/strict';
import { serverAddress, uploadAddress } from '../../../src/core/hedgedoc/server';

describe('The address of a HedgeDoc server', () => {
  const READ: Readonly<Record<string, string | null>> = {
    'pad.example.org': 'https://pad.example.org',
    ' Pad.Example.org/ ': 'https://pad.example.org',
    'pad.example.org:8443': 'https://pad.example.org:8443',
    'https://pad.example.org:443': 'https://pad.example.org',
    'http://pad.example.org:80/': 'http://pad.example.org',
    'example.org/pads/': 'https://example.org/pads',
    'https://example.org/a/pads': 'https://example.org/a/pads',
    'localhost:3000': 'http://localhost:3000',
    '127.0.0.1:3000/md': 'http://127.0.0.1:3000/md',
    '[::1]:3000': 'http://[::1]:3000',
    'https://localhost': 'https://localhost',
    '': null,
    'file:///etc/passwd': null,
    'ftp://pad.example.org': null,
    'https://user:secret@pad.example.org': null,
    'pad.example.org?a=b': null,
    'pad.example.org/#top': null,
    'pad example.org': null,
    'https://': null,
    'https://user@pad.example.org': null,
    'pad.example.org/../a': 'https://pad.example.org/a',
  };
  for (const [written, address] of Object.entries(READ)) {
    it(`is ${address ?? 'not read'} from ${JSON.stringify(written)}`, () => {
      assert.equal(serverAddress(written), address);
    });
  }
});

describe('The address of an upload', () => {
  const server = 'https://example.org/pads';

  it('is known for names that HedgeDoc gives', () => {
    const names = [
      '0c71e3bc-6b6a-4b4e-9d57-9a1d3f8e2c11.png',
      '0C71E3BC-6B6A-4B4E-9D57-9A1D3F8E2C11.JPEG',
      'upload_0123456789abcdef0123456789abcdef.svg',
    ];
    assert.deepEqual(
      names.map((name) => uploadAddress(server, name)),
      names.map((name) => `https://example.org/pads/uploads/${name}`),
    );
  });

  it('is not known for other names', () => {
    const names = ['logo.png', 'upload_1.png', '0c71e3bc-6b6a-4b4e-9d57-9a1d3f8e2c11', 'my upload.png', ''];
    assert.deepEqual(
      names.filter((name) => uploadAddress(server, name) !== null),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { isHostNamed, isHostNamedInFull, isHostPattern } from '../../../src/core/config/hosts';

describe('A pattern of hosts', () => {
  const named = (address: string, ...patterns: string[]) => isHostNamed(new URL(address), patterns);

  it('names a host at the default ports', () => {
    assert.ok(named('https://pad.example.org/x', 'pad.example.org'));
    assert.ok(named('http://pad.example.org/x', 'other.org', 'pad.example.org'));
    assert.ok(named('https://pad.example.org:80', 'pad.example.org'));
    assert.ok(!named('https://pad.example.org:8080/x', 'pad.example.org'));
    assert.ok(!named('https://example.org/', 'pad.example.org'));
    assert.ok(!named('https://pad.example.org.evil.com/', 'pad.example.org'));
    assert.ok(!named('https://evilpad.example.org/', 'pad.example.org'));
    assert.ok(!named('https://pad.example.org@evil.com/', 'pad.example.org'));
    assert.ok(!named('https://pad.example.org/'));
  });

  it('names one port, or any', () => {
    assert.ok(named('http://localhost:8080/', 'localhost:8080'));
    assert.ok(!named('http://localhost:8081/', 'localhost:8080'));
    assert.ok(named('http://localhost/', 'localhost:80'));
    assert.ok(!named('https://localhost/', 'localhost:80'));
    assert.ok(named('http://127.0.0.1:49152/', '127.0.0.1:*'));
    assert.ok(named('https://127.0.0.1/', '127.0.0.1:*'));
  });

  it('names the hosts of a domain, but not the domain itself', () => {
    assert.ok(named('https://a.b.example.org/', '*.example.org'));
    assert.ok(!named('https://example.org/', '*.example.org'));
    assert.ok(!named('https://badexample.org/', '*.example.org'));
    assert.ok(!named('https://a.example.org:8443/', '*.example.org'));
    assert.ok(named('https://a.example.org:8443/', '*.example.org:*'));
  });

  it('may be in any letter case, and an IPv6 address', () => {
    assert.ok(named('https://PAD.example.org/', 'Pad.Example.Org'));
    assert.ok(named('http://[::1]:3000/', '[::1]:3000'));
    assert.ok(named('http://[2001:DB8::1]/', '[2001:db8::1]'));
    assert.ok(!named('http://[::1]:3000/', '[::1]'));
  });

  it('names in full only what has no wildcard in its name', () => {
    const inFull = (pattern: string) => isHostNamedInFull(new URL('http://a.example.org:8080'), [pattern]);
    assert.ok(inFull('a.example.org:8080'));
    assert.ok(inFull('a.example.org:*'));
    assert.ok(!inFull('*.example.org:8080'));
  });

  it('is no address, no path and no bare wildcard', () => {
    for (const text of ['a', 'a.b', 'A.b:1', 'a:*', '*.b', '*.b:*', '127.0.0.1', '[::1]', '[::1]:1']) {
      assert.ok(isHostPattern(text), text);
    }
    for (const text of [
      '',
      '*',
      '*.',
      '*:80',
      'a.*',
      'https://a',
      'a/',
      'u@a',
      'a:',
      'a:b',
      '::1',
      'a b',
      '-a',
    ]) {
      assert.ok(!isHostPattern(text), text);
    }
  });
});

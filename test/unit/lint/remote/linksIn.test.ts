import assert from 'node:assert/strict';
import { toConfig } from '../../../../src/core/config/config';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { REMOTE_RULES } from '../../../../src/core/lint/remote/linkRecord';
import { linksIn } from '../../../../src/core/lint/remote/linksIn';
import { RULES } from '../../../../src/core/lint/rules';

/** The addresses that servers would be asked for. */
function asked(text: string, config: Parameters<typeof toConfig>[0] = {}): string[] {
  return linksIn(parseDeck(text, { setup: 'hedgedoc' }), toConfig(config)).map(({ address }) => address);
}

describe('The links of a deck that servers are asked for', () => {
  it('are links, pictures, backgrounds and style sheets, without fragments', () => {
    const text = `---
slideOptions:
  parallaxBackgroundImage: https://scs.community/1
---

[a](https://scs.community/2#x) ![b](https://scs.community/3.png) <https://scs.community/4>

<img src="https://scs.community/5"> <!-- .slide: data-background="https://scs.community/6.png" -->

<style>
.a { background: url(https://scs.community/7) }
</style>
`;
    assert.deepEqual(
      asked(text).map((address) => address.replace('https://scs.community/', '')),
      ['1', '2', '3.png', '4', '5', '6.png', '7'],
    );
  });

  it('are no links within the deck, to files, mailboxes, phones or meetings, and none in code', () => {
    const text =
      '[a](#/1) [b](./a.md) <a@scs.community> [c](zoommtg://zoom.us/join) [d](tel:1) `https://scs.community`';
    assert.deepEqual(asked(text), []);
  });

  it('are not those that are ignored, or that a comment silences', () => {
    const text = `[a](https://scs.community/a)
[b](https://scs.community/b) <!-- deckwright-disable-line -->
[c](https://scs.community/c) <!-- deckwright-disable-line dead-remote-link -->
`;
    assert.deepEqual(asked(text, { ignoreLinks: ['*/a'] }), ['https://scs.community/c']);
  });

  it('are none if all rules that need the answer are off', () => {
    const text = '[a](https://scs.community/a)';
    const off = (ids: Iterable<string>) => Object.fromEntries([...ids].map((id) => [id, 'off'] as const));
    assert.deepEqual(asked(text, { rules: off(REMOTE_RULES) }), []);
    assert.deepEqual(asked(text, { rules: off([...REMOTE_RULES].slice(1)) }), ['https://scs.community/a']);
    for (const id of REMOTE_RULES)
      assert.ok(
        RULES.some((rule) => rule.id === id),
        id,
      );
  });

  it('are not private unless the configuration names the host in full', () => {
    const hosts = [
      'localhost:8080',
      '127.0.0.1',
      '[::1]',
      '192.168.0.1',
      'box.local',
      'intranet',
      'a.example.org',
    ];
    const text = hosts.map((host) => `[a](http://${host}/)`).join('\n');
    assert.deepEqual(asked(text), []);
    const allow = ['localhost:8080', '127.0.0.1:*', '*.example.org', '*.local'];
    assert.deepEqual(asked(text, { remote: { allow } }), ['http://localhost:8080/', 'http://127.0.0.1/']);
  });

  it('are not those with a password, and none that is not an address', () => {
    assert.deepEqual(asked('[a](https://me:secret@scs.community/) [b](https://me@scs.community/)'), []);
    assert.deepEqual(asked('[a](https://scs.community:99999/) [b](https://%/)'), []);
  });

  it('are not private by another spelling of their address', () => {
    assert.deepEqual(asked('[a](http://2130706433/) [b](http://0x7f.1/) [c](http://LOCALHOST/)'), []);
  });
});

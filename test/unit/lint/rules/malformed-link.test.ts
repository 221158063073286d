import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'malformed-link';

const url = 'https://example.org/a_(b)';
const address = 'https://example.org/a';

describe('malformed-link', () => {
  it('leaves alone links that work', () => {
    for (const text of [
      `[t](${url}) [t](<${address} b> "title") [t][r] ${address} <${address}>\n\n[r]: ${address}`,
      '![](./a.png =200x) ![](./a.png "title" =20%x30%) [x](#/1) [m](mailto:a@example.org) [t](ssh://host.example)',
      '- [x] (https://example.org) done\n- [ ] (open)',
      'as in [1] (https://example.org) and array[0](x) and f(x)[y]',
      '`[t] (https://example.org)`\n\n```\n[t](https://example.org\n```',
      '\\[t](https://example.org',
      '[over\ntwo lines](https://example.org)',
      '<!-- [t] (https://example.org) -->',
      'http://localhost:8080/ [x](http://server.example.org:80/) [x](//example.org/a)',
      'see [MVP-0] (the first)',
    ]) {
      assert.deepEqual(faults(text, { rule }), [], text);
    }
  });

  it('removes the space between the brackets', () => {
    assert.equal(fixed(`see [the text] (${address})`, { rule }), `see [the text](${address})`);
  });

  it('swaps brackets that are the wrong way round', () => {
    assert.equal(fixed(`see (the text)[${address}] there`, { rule }), `see [the text](${address}) there`);
  });

  it('closes a parenthesis', () => {
    assert.equal(fixed(`- [t](${address} and more\n- next`, { rule }), `- [t](${address}) and more\n- next`);
    assert.equal(fixed('![alt](./a.png', { rule }), '![alt](./a.png)');
  });

  it('looks for the end of each in its own line', () => {
    const text = '[a](./b c.png [d](./e.png)\n[f](./g.png [h](./i.png\n- [j](./k l.png)\n- (m)';
    assert.deepEqual(faults(text, { rule }), ['[f](./g.png', '[h](./i.png', '[j](./k l.png)']);
  });

  it('encodes spaces in an address', () => {
    assert.equal(fixed('![alt](./my first picture.png)', { rule }), '![alt](./my%20first%20picture.png)');
  });

  it('completes the size of a picture', () => {
    assert.equal(fixed('![alt](./a.png =200)', { rule }), '![alt](./a.png =200x)');
    assert.deepEqual(faults('![alt](./a.png =200)', { rule, dialect: 'reveal-md' }), []);
  });

  for (const scheme of ['htps://', 'http//', 'https:/', 'http:', 'https:///']) {
    it(`repairs ${scheme}`, () => {
      assert.equal(fixed(`[t](${scheme}example.org/a)`, { rule }), `[t](${address})`);
    });
  }

  it('removes a duplicate scheme', () => {
    assert.equal(fixed(`[t](https://${address})`, { rule }), `[t](${address})`);
  });

  it('finds addresses that are empty or name no server', () => {
    assert.deepEqual(faults('[t]()', { rule }), ['[t]()']);
    assert.deepEqual(faults('[t](https://)', { rule }), ['https://']);
    assert.deepEqual(faults('[t](http://wiki/page)', { rule }), ['http://wiki/page']);
  });

  it('finds schemes that HedgeDoc drops', () => {
    for (const text of [
      '[t](javascript:alert(1))',
      '[t](gopher://example.org)',
      '<a href="vscode://x/y">t</a>',
    ]) {
      const [finding] = lint(text, { rule, dialect: 'hedgedoc' });
      assert.match(finding!.message, /HedgeDoc drops addresses|HedgeDoc makes no links/, text);
      assert.equal(finding!.severity, 'error');
    }
  });

  it('says of other schemes in decks of reveal.js, which keep them, that Deckwright leaves them out', () => {
    for (const url of [
      'slack://channel?id=1',
      'vscode://file/a',
      'zoommtg://zoom.us/join',
      'data:text/plain,a',
    ]) {
      const [finding, ...more] = lint(`[t](${url})`, { rule, dialect: 'reveal-md' });
      assert.match(finding!.message, /exported pages of Deckwright leave out/, url);
      assert.equal(finding!.severity, 'info');
      assert.deepEqual(more, []);
    }
    const guessed = lint('<a href="slack://a">t</a>', { rule, dialect: 'hedgedoc', isGuess: true });
    assert.equal(guessed[0]!.severity, 'info');
  });

  it('leaves alone schemes that are links everywhere', () => {
    assert.deepEqual(faults('[t](mailto:a@example.org) [u](tel:112) [v](web+x:y)', { rule }), []);
  });

  it('turns Windows backslashes into slashes, but leaves network paths alone', () => {
    assert.equal(fixed('[t](images\\a.png)', { rule }), '[t](images/a.png)');
    assert.deepEqual(lint('[t](\\\\\\\\server\\share)', { rule })[0]!.fixes, []);
  });
});

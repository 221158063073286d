import assert from 'node:assert/strict';
import type { Linting } from '../linting';
import { faults, fixed, lint } from '../linting';

const rule = 'moved-link';

/** A linter that knows where the addresses have moved that end in `/old`. */
function linting(moved: string): Linting & { readonly rule: string } {
  const remoteLink = (address: string) => (/\/(?:old|)$/.test(address) ? { asked: 0, moved } : undefined);
  return { rule, environment: { remoteLink } };
}

const NEW = linting('https://scs.community/new');

describe('moved-link', () => {
  it('changes the address and keeps its fragment', () => {
    assert.equal(
      fixed('[x](https://scs.community/old#part "title")', NEW),
      '[x](https://scs.community/new#part "title")',
    );
  });

  it('takes the fragment of the new address if it has one', () => {
    const text = '[x](https://scs.community/old#part)';
    assert.equal(
      fixed(text, linting('https://scs.community/new#there')),
      '[x](https://scs.community/new#there)',
    );
  });

  it('changes addresses in every notation', () => {
    const notations = [
      '<https://scs.community/old>',
      'See https://scs.community/old for more',
      '[x]\n\n[x]: https://scs.community/old',
      '<a href="https://scs.community/old">x</a>',
      '<!-- .slide: data-background-image="https://scs.community/old" -->\n',
      '<style>\n.a { background: url("https://scs.community/old") }\n</style>\n',
      '---\nslideOptions:\n  parallaxBackgroundImage: https://scs.community/old\n---\n',
    ];
    for (const text of notations) assert.equal(fixed(text, NEW), text.replace('/old', '/new'), text);
  });

  it('writes what no notation takes for its own', () => {
    const to = linting('https://scs.community/a_(b)?c=1&d=2');
    assert.equal(fixed('[x](https://scs.community/old)', to), '[x](https://scs.community/a_%28b%29?c=1&d=2)');
    assert.equal(
      fixed('<a href="https://scs.community/old">x</a>', to),
      '<a href="https://scs.community/a_%28b%29?c=1&amp;d=2">x</a>',
    );
  });

  it('offers no fix where only the start page is left, which is not the same page', () => {
    const [finding] = lint('[x](https://scs.community/old)', linting('https://scs.community/'));
    assert.match(finding!.message, /probably gone/);
    assert.deepEqual(finding!.fixes, []);
  });

  it('leaves alone names without a scheme that only get another one', () => {
    const dialect = 'hedgedoc';
    assert.deepEqual(faults('www.scs.community/', { ...linting('https://www.scs.community/'), dialect }), []);
    const written = 'http://www.scs.community/';
    assert.deepEqual(faults(written, { ...linting('https://www.scs.community/'), dialect }), [written]);
  });
});

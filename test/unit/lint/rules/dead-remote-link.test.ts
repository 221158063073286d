import assert from 'node:assert/strict';
import type { LinkRecord } from '../../../../src/core/lint/remote/linkRecord';
import { faults, lint } from '../linting';

const rule = 'dead-remote-link';

/** A linter that knows of each address that it is dead. */
function linting(dead: LinkRecord['dead'], of = (_: string) => true) {
  const record = { asked: 0, ...(dead && { dead }) };
  return { rule, environment: { remoteLink: (address: string) => (of(address) ? record : undefined) } };
}

describe('dead-remote-link', () => {
  it('says why an address leads to nothing', () => {
    const text = '[x](https://scs.community/a)';
    assert.match(lint(text, linting(404))[0]!.message, /^scs\.community does not have this page \(404/);
    assert.match(lint(text, linting(410))[0]!.message, /^scs\.community has removed this page/);
    assert.match(lint(text, linting('name'))[0]!.message, /^There is no server with the name scs\.community/);
  });

  it('marks every place that names the address, whatever its fragment', () => {
    const text = '[x](https://scs.community/a#b) <https://scs.community/a> [y](https://scs.community/b)';
    const isDead = (address: string) => address === 'https://scs.community/a';
    assert.deepEqual(faults(text, linting(404, isDead)), [
      'https://scs.community/a#b',
      'https://scs.community/a',
    ]);
  });

  it('is an error for what a slide shows, and a warning for links', () => {
    const severities = (text: string) => lint(text, linting(404)).map(({ severity }) => severity);
    assert.deepEqual(severities('![x](https://scs.community/a.png)'), ['error']);
    assert.deepEqual(severities('<!-- .slide: data-background-image="https://scs.community/a.png" -->\n'), [
      'error',
    ]);
    assert.deepEqual(severities('[x](https://scs.community/a.png)'), ['warning']);
  });

  it('is silent about addresses that were not asked, are fine or are ignored', () => {
    const text = '[x](https://scs.community/a)';
    assert.deepEqual(faults(text, { rule }), []);
    assert.deepEqual(faults(text, linting(undefined)), []);
    assert.deepEqual(
      faults(text, { ...linting(404), config: { ignoreLinks: ['https://scs.community/*'] } }),
      [],
    );
    assert.deepEqual(faults(`${text} <!-- deckwright-disable-line ${rule} -->`, linting(404)), []);
  });
});

import assert from 'node:assert/strict';
import { KnownLinks, questionsAbout } from '../../../../src/core/lint/remote/knownLinks';

const HOUR = 60 * 60 * 1000;
const NOW = 1000 * HOUR;
const A = 'https://scs.community/a';

describe('What is known of links', () => {
  let now: number;
  let known: KnownLinks;

  beforeEach(() => {
    now = NOW;
    known = new KnownLinks(() => now);
  });

  const questions = (...fragments: readonly string[]) =>
    known.questions(fragments.map((fragment) => ({ address: A, fragment })));

  it('counts for a day', () => {
    known.add([[A, { asked: NOW }]]);
    now += 24 * HOUR - 1;
    assert.ok(known.get(A));
    assert.deepEqual(questions(''), []);
    now += 1;
    assert.equal(known.get(A), undefined);
    assert.deepEqual(questions(''), [{ address: A, fragments: [] }]);
  });

  it('does not count if it comes from the future', () => {
    known.add([[A, { asked: NOW + 1 }]]);
    assert.equal(known.get(A), undefined);
  });

  it('is asked anew for a fragment that was not looked for, unless the page is gone', () => {
    known.add([[A, { asked: NOW, fragments: ['one'] }]]);
    assert.deepEqual(questions('', 'one'), []);
    assert.deepEqual(questions('one', 'two'), [{ address: A, fragments: ['one', 'two'] }]);
    known.add([[A, { asked: NOW, dead: 404 }]]);
    assert.deepEqual(questions('one', 'two'), []);
  });

  it('survives being written and read', () => {
    const records = [
      [A, { asked: NOW, dead: 410 }],
      ['https://scs.community/b', { asked: NOW, moved: A, fragments: ['x'], missing: ['x'] }],
    ] as const;
    known.add(records);
    const read = KnownLinks.read(known.toText(), () => now);
    for (const [address, record] of records) assert.deepEqual(read.get(address), record);
  });

  it('is written without what is older than a day, and only so much of it', () => {
    known.add(
      Array.from({ length: 10_010 }, (_, index) => [`${A}${index}`, { asked: NOW - index }] as const),
    );
    known.add([[A, { asked: NOW - 25 * HOUR }]]);
    const written = Object.keys(JSON.parse(known.toText()));
    assert.equal(written.length, 10_000);
    assert.ok(written.includes(`${A}0`));
    assert.ok(!written.includes(`${A}10000`));
    assert.ok(!written.includes(A));
  });

  it('is nothing if the file is no such file, or only what is well-formed', () => {
    for (const text of ['', '{', 'null', '[]', '"a"', '{"__proto__": 1}']) {
      assert.equal(KnownLinks.read(text).toText(), '{}', text);
    }
    const records = [
      null,
      {},
      { asked: '1' },
      { asked: NOW, dead: 500 },
      { asked: NOW, moved: 'nowhere' },
      { asked: NOW, moved: 1 },
      { asked: NOW, missing: 'a' },
      { asked: NOW, fragments: [1] },
    ];
    const text = JSON.stringify(Object.fromEntries(records.map((record, index) => [`${A}${index}`, record])));
    assert.equal(KnownLinks.read(text, () => now).toText(), '{}');
  });
});

describe('The questions about links', () => {
  it('name each address once, with all that is looked for on its page', () => {
    const links = ['one', '', 'two', 'one', '/slide', 'L12'].map((fragment) => ({ address: A, fragment }));
    assert.deepEqual(questionsAbout(links), [{ address: A, fragments: ['one', 'two'] }]);
  });
});

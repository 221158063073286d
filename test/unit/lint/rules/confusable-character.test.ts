import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'confusable-character';

describe('confusable-character', () => {
  it('writes the Latin letter', () => {
    for (const [wrong, right] of [
      ['ОpenStack', 'OpenStack'],
      ['Clоud Stасk', 'Cloud Stасk'],
      ['Αpache', 'Apache'],
    ] as const)
      assert.equal(fixed(`# ${wrong}\r\n`, { rule }), `# ${right}\r\n`);
  });

  it('writes an apostrophe', () => {
    for (const [wrong, right] of [
      ['it´s', "it's"],
      ['´till Tuesday', "'till Tuesday"],
    ] as const)
      assert.equal(fixed(wrong, { rule }), right);
  });

  it('only offers what may be meant: words that show look-alikes, accents of letters, primes', () => {
    const kindOf = (text: string) => lint(text, { rule })[0]!.fixes[0]!.kind;
    assert.equal(kindOf('аpple'), 'offered');
    for (const text of ['cafe´', 'f´(x)', 'x´s', '´till']) assert.equal(kindOf(text), 'offered', text);
    for (const text of ['it´s', 'we´ve', 'Peter´s', 'geht´s']) assert.equal(kindOf(text), 'visible', text);
  });

  it('marks exactly the letters', () => {
    assert.deepEqual(faults('Stасk', { rule }), ['ас']);
  });

  it('leaves alone words of other languages, units and code', () => {
    const text =
      'Привет мир, αβγ, kΩ, μm, µs, Δt, π, Ärger, naïve, Łódź, `ОpenStack`, T-Эффект, COVID-ν, a ´ b\n\n<!-- ОpenStack -->\n';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('finds hidden characters that change the direction of text and links', () => {
    const fix = (text: string) => fixed(text, { rule });
    assert.equal(fix('Pay \u202eecila\u202c today'), 'Pay ecila today');
    assert.equal(fix('[t](https://example.org/\u2066a)'), '[t](https://example.org/a)');
    assert.equal(fix('see https://example.org/\u202ea'), 'see https://example.org/a');
    assert.equal(fix('<div>\n\u202eecila\u202c\n</div>'), '<div>\necila\n</div>');
    assert.equal(fix('![a\u2066b\u2069](https://example.org/a.png)'), '![ab](https://example.org/a.png)');
    assert.deepEqual(faults('`\u202ex`\n\n<!-- \u202ex -->\n', { rule }), []);
  });

  it('leaves alone directions in text from right to left, and marks', () => {
    for (const text of ['\u2067שלום\u2069', '\u202bمرحبا\u202c', 'a\u200eb', 'caf\u200bé'])
      assert.deepEqual(faults(text, { rule }), [], text);
    assert.deepEqual(faults('\u2067שלום\u2069 [a](https://example.org/\u202ea)', { rule }), ['\u202e']);
  });
});

import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'broken-anchor';

const deck = (link: string) =>
  `# One\n\n---\n\n<!-- .slide: id="two" -->\n# <b id="bold">Two</b> ${link}\n\n----\n\nBelow\n`;

describe('broken-anchor', () => {
  for (const link of ['#', '#/', '#/0', '#/1/1', '#/two', '#two', '#bold', '#/1/1/3']) {
    it(`leaves ${link} alone`, () => assert.deepEqual(faults(deck(`[x](${link})`), { rule }), []));
  }

  for (const link of ['#/2', '#/0/1', '#three', '#/three']) {
    it(`finds ${link}, which leads nowhere`, () =>
      assert.deepEqual(faults(deck(`[x](${link})`), { rule }), [link]));
  }

  it('knows the ids that reveal.js gives to headings, on each slide anew', () => {
    const text = '# Some *heading*\n\n## Some heading\n\n---\n\n# Some heading\n\n';
    const links = '[a](#some-heading) [b](#/some-heading-1) [c](#some-heading-2)\n';
    assert.deepEqual(faults(text + links, { rule, dialect: 'reveal-md' }), ['#some-heading-2']);
    assert.equal(faults(text + links, { rule, dialect: 'hedgedoc' }).length, 3);
  });

  it('counts slides from 1 if the deck says so', () => {
    const text = '---\nrevealOptions:\n  hashOneBasedIndex: true\n---\n[x](#/2) [y](#/3)\n\n---\n\nTwo\n';
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), ['#/3']);
  });

  it('finds a heading that another file does not have', () => {
    const files = { 'notes.md': '# Some heading!\n\n## Some heading\n' };
    const text = '[a](./notes.md#some-heading) [b](./notes.md#some-heading-1) [c](./notes.md#no-heading)';
    assert.deepEqual(faults(text, { rule, files }), ['./notes.md#no-heading']);
  });

  it('knows the ids that GitHub makes of headings with emoji, and named anchors', () => {
    const files = {
      'notes.md': '# :zap: Fast\n\n## \u{1f680} Start\n\n<a name="end"></a>\n\n<b name="no">x</b>\n',
    };
    const text = ['zap-fast', '-start', 'end', 'fast', 'no'].map((id) => `[x](./notes.md#${id})`).join(' ');
    for (const dialect of ['hedgedoc', 'reveal-md'] as const)
      assert.deepEqual(faults(text, { rule, files, dialect }), ['./notes.md#fast', './notes.md#no']);
  });

  it('finds a slide that another deck does not have', () => {
    const files = { 'other.md': '# One\n\n---\n\n# Two\n' };
    const text = '[a](./other.md#/1) [b](./other.md#/2) [c](./other.html#/2)';
    assert.deepEqual(faults(text, { rule, files }), ['./other.md#/2']);
    assert.match(lint(text, { rule, files })[0]!.message, /has no slide "#\/2"/);
  });

  it('says how slides are counted', () => {
    assert.match(lint('[x](#/7)', { rule })[0]!.message, /count from 0/);
  });
});

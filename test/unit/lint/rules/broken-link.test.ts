import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'broken-link';

const files = { 'notes.md': '', 'talks/old.md': '' };

describe('broken-link', () => {
  it('escapes what ends the path, and offers the folder that differs only in case', () => {
    const named = { rule, files: { 'a#b.pdf': '', 'Notes/c.md': '' } };
    assert.equal(fixed('[t](./a#b.pdf)', named), '[t](./a%23b.pdf)');
    assert.equal(fixed('[t](./notes/c.md#d)', named), '[t](./Notes/c.md#d)');
  });

  it('finds a link to a file that does not exist, in every notation', () => {
    const text = '[a](./a.md) <a href="./b.md">b</a> [c][c]\n\n[c]: ./c.md';
    assert.deepEqual(faults(text, { rule, files, dialect: 'hedgedoc' }), ['./a.md', './b.md', './c.md']);
  });

  it('leaves alone files, folders, other addresses, anchors and code', () => {
    const text =
      '[a](./notes.md#top?x) [b](./talks) [c](#/2) [d](mailto:a@example.org) `[e](./e.md)` https://example.org';
    assert.deepEqual(faults(text, { rule, files }), []);
  });

  it('offers the name that was probably meant, and keeps what follows it', () => {
    assert.equal(fixed('[a](./note.md#top)', { rule, files }), '[a](./notes.md#top)');
  });

  it('leaves mail addresses and misspelled schemes alone', () => {
    assert.deepEqual(faults('<a@example.org> [b](https//example.org)', { rule }), []);
  });

  it('offers only names that differ in case in a large folder', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`file${index}.md`, '']));
    const linting = { rule, files: { ...many, 'Notes.md': '' } };
    assert.equal(fixed('[a](./notes.md)', linting), '[a](./Notes.md)');
    assert.deepEqual(lint('[a](./note.md)', linting)[0]!.fixes, []);
  });

  it('offers https:// for what looks like a web address', () => {
    assert.equal(
      fixed('[a](github.com/SovereignCloudStack)', { rule }),
      '[a](https://github.com/SovereignCloudStack)',
    );
  });

  it('removes the quotation marks around an address', () => {
    assert.equal(fixed('[a]("https://example.org")', { rule }), '[a](https://example.org)');
  });

  it('reports a path out of the workspace without looking there', () => {
    const [finding] = lint('[a](../secret.md)', { rule });
    assert.match(finding!.message, /outside the workspace/);
  });

  it('takes the root of the workspace for that of a site only if it has what the path begins with', () => {
    const text = '[a](/blog/2024) [b](/impressum) [c](/talks/new.md) [d](/Notes.md) [e](/../notes.md)';
    assert.deepEqual(faults(text, { rule, files }), ['/talks/new.md', '/Notes.md']);
  });

  it('leaves alone what is exported from a deck, but not other pages', () => {
    const text = '[a](./notes.html#/2) [b](./talks/old.html) [c](./none.html)';
    assert.deepEqual(faults(text, { rule, files }), ['./none.html']);
  });

  it('leaves definitions alone that nothing refers to', () => {
    assert.deepEqual(faults('[a][b]\n\n[b]: ./b.md\n[c]: ./c.md\n', { rule }), ['./b.md']);
    assert.deepEqual(faults('[a][b]\n\nNote:\n\n[b]: ./b.md\n', { rule, dialect: 'hedgedoc' }), ['./b.md']);
  });
});

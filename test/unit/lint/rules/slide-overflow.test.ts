import assert from 'node:assert/strict';
import type { Overflow } from '../../../../src/core/lint/height/overflow';
import type { LintEnvironment } from '../../../../src/core/lint/rule';
import { faults, lint } from '../linting';

const rule = 'slide-overflow';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `* item ${index + 1}`).join('\n');
const tall = `# Short\n\n---\n\n# Long\n\n${lines(20)}\n`;

describe('slide-overflow', () => {
  it('estimates from the lines if nothing was measured', () => {
    const [finding] = lint(tall, { rule, dialect: 'hedgedoc' });
    assert.deepEqual(faults(tall, { rule, dialect: 'hedgedoc' }), ['Long']);
    assert.equal(finding!.severity, 'info');
  });

  it("takes the font sizes of the deck's style sheet into account", () => {
    const style =
      '<style>.slides h1 { font-size: 32px } .slides li, .slides p { font-size: 16px }</style>\n\n';
    assert.deepEqual(faults(style + tall, { rule, dialect: 'hedgedoc' }), []);
  });

  it('takes the height the deck sets into account', () => {
    const text = `---\ntype: slide\ntitle: A\nslideOptions:\n  height: 2000\n---\n${tall}`;
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('takes the real size of pictures into account, and the size that the deck sets', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"></svg>';
    const files = { 'a.svg': svg };
    assert.equal(faults('# A\n\n![](./a.svg)\n', { rule, files, dialect: 'hedgedoc' }).length, 1);
    assert.deepEqual(faults('# A\n\n![](./a.svg =200x)\n', { rule, files, dialect: 'hedgedoc' }), []);
    assert.deepEqual(faults('# A\n\n![](./missing.svg)\n', { rule, files, dialect: 'hedgedoc' }), []);
  });

  it('leaves alone slides that are laid out by HTML', () => {
    const text = tall.replace('# Long', '# Long\n\n<div class="columns">');
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });

  it('prefers what was measured', () => {
    assert.deepEqual(faults(tall, { rule, dialect: 'hedgedoc', environment: measured(null) }), []);
    const environment = measured({ height: 41.5, width: 0, tooTall: null, tooWide: null });
    const [finding] = lint('# A\n', { rule, dialect: 'hedgedoc', environment });
    assert.equal(finding!.severity, 'warning');
    assert.match(finding!.message, /^This slide is 42 pixels too tall\. What does not fit is cut off: /);
  });

  it('names what does not fit', () => {
    const message = (overflow: Overflow) =>
      lint('# A\n', { rule, dialect: 'hedgedoc', environment: measured(overflow) })[0]!.message;
    const link = { part: 'link', excerpt: 'https://example.org/a…' } as const;
    assert.match(
      message({ height: 0, width: 2513, tooTall: null, tooWide: link }),
      /^A long link \(https:\/\/example\.org\/a…\) makes this slide 2,513 pixels too wide\. /,
    );
    const table = { part: 'table', excerpt: '' } as const;
    assert.match(
      message({ height: 40, width: 12, tooTall: table, tooWide: null }),
      /^A table makes this slide 40 pixels too tall\. This slide is 12 pixels too wide\. /,
    );
  });
});

function measured(result: Overflow | null): LintEnvironment {
  return { measuredOverflow: () => result };
}

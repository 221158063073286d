import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../src/core/deck/frontMatter';

describe('Frontmatter', () => {
  it('is read from the first line on', () => {
    const { values, span } = parseFrontMatter('---\ntitle: x\nslideOptions:\n  theme: white\n---\n\n# A')!;
    assert.equal(values.title, 'x');
    assert.equal((values.slideOptions as Record<string, unknown>).theme, 'white');
    assert.deepEqual(span, { start: 0, end: 45 });
  });

  it('may end with dots, and the rest of the closing line does not matter', () => {
    for (const close of ['---', '...', '----', '--- x']) {
      assert.equal(parseFrontMatter(`---\ntitle: x\n${close}\n`)?.values.title, 'x', close);
    }
  });

  it('is not recognized after a blank line or without an end', () => {
    assert.equal(parseFrontMatter('\n---\ntitle: x\n---\n'), null);
    assert.equal(parseFrontMatter('---\ntitle: x\n'), null);
    assert.equal(parseFrontMatter(' ---\ntitle: x\n---\n'), null);
  });

  it('is found after a byte order mark', () => {
    assert.equal(parseFrontMatter('\ufeff---\ntitle: x\n---\n')?.values.title, 'x');
  });

  it('knows where each key and value is', () => {
    const text = '---\r\ntitle: x\r\nslideOptions:\r\n  theme: white\r\n---\r\n';
    const { entries } = parseFrontMatter(text)!;
    const { key, value } = entries.get('slideOptions.theme')!;
    assert.equal(text.slice(key.start, key.end), 'theme');
    assert.equal(text.slice(value.start, value.end), 'white');
  });

  it('reports broken YAML where it breaks', () => {
    const text = '---\ntitle: [unclosed\ntype: slide\n---\n';
    const { problem, values } = parseFrontMatter(text)!;
    assert.ok(problem);
    assert.ok(problem.span.start >= text.indexOf('['));
    assert.ok(problem.span.start < text.lastIndexOf('---'));
    assert.deepEqual({ ...values }, {});
  });

  describe('may continue in any column', () => {
    // What js-yaml, HedgeDoc's parser, makes of it.
    const accepted: [yaml: string, values: Record<string, unknown>][] = [
      ['tags: [a,\nb]', { tags: ['a', 'b'] }],
      ['x: {a: 1,\nb: 2}', { x: { a: 1, b: 2 } }],
      ['x: [a, # one\n"b\nc",\n[d,\ne]\n]', { x: ['a', 'b c', ['d', 'e']] }],
      ['x: "a\nb: c"', { x: 'a b: c' }],
      ["x: 'a\n\nb\n\tc'", { x: 'a\nb c' }],
      ['o:\n  x: "a\n b"\n  y: [a,\n  b]', { o: { x: 'a b', y: ['a', 'b'] } }],
    ];
    for (const [yaml, values] of accepted) {
      it(yaml.replaceAll('\n', '⏎'), () => {
        for (const lineEnd of ['\n', '\r\n', '\r']) {
          const text = `---\n${yaml}\ntype: slide\n---\n`.replaceAll('\n', lineEnd);
          const read = parseFrontMatter(text)!;
          assert.equal(read.problem, null);
          assert.deepEqual(JSON.parse(JSON.stringify(read.values)), { ...values, type: 'slide' });
          const { key, value } = read.entries.get('type')!;
          assert.equal(text.slice(key.start, value.end), 'type: slide');
        }
      });
    }

    const rejected = ['x: a\nb', 'x: [a,\nb', '"a\nb": c', 'x: "a\ny: "b"'];
    for (const yaml of rejected) {
      it(`but not ${yaml.replaceAll('\n', '⏎')}`, () => {
        assert.ok(parseFrontMatter(`---\n${yaml}\ntype: slide\n---\n`)!.problem);
      });
    }
  });

  it('reports a key that occurs twice', () => {
    const text = '---\ntitle: x\ntype: slide\ntitle: y\n---\n';
    const { problem } = parseFrontMatter(text)!;
    assert.match(problem!.message, /title.*twice/);
    // These allow it to be said in another language.
    assert.match(problem!.template, /"\{0\}".*twice/);
    assert.deepEqual(problem!.values, ['title']);
    assert.equal(problem!.span.start, text.lastIndexOf('title'));
  });

  it('reports indentation with tabs', () => {
    assert.ok(parseFrontMatter('---\nslideOptions:\n\ttheme: white\n---\n')!.problem);
  });

  it('reads yes as a word, as YAML 1.2 does', () => {
    assert.equal(parseFrontMatter('---\nx: yes\n---\n')!.values.x, 'yes');
  });

  it('keeps what an alias repeats only once', () => {
    const { values } = parseFrontMatter('---\na: &x {k: 1}\nb: *x\n---\n')!;
    assert.deepEqual(JSON.parse(JSON.stringify(values)), { a: { k: 1 } });
  });

  it('drops keys that could reach a prototype, and anything deeper than four levels', () => {
    const { values } = parseFrontMatter('---\n__proto__: {x: 1}\na: {b: {c: {d: {e: 1}}}}\n---\n')!;
    assert.equal(JSON.stringify(values), '{"a":{"b":{"c":{}}}}');
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  it('survives bombs', () => {
    const aliases = ['a: &a [x,x]'];
    for (let letter = 98; letter < 122; letter++) {
      const [name, before] = [letter, letter - 1].map((code) => String.fromCharCode(code));
      aliases.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    assert.ok(parseFrontMatter(`---\n${aliases.join('\n')}\n---\n`));
    assert.ok(parseFrontMatter(`---\na: &a [x]\nb: [${'*a,'.repeat(20_000)}]\n---\n`));
    for (const open of ['[', '{a: ', '- ', '? ']) {
      assert.match(
        parseFrontMatter(`---\nx:\n ${open.repeat(12_000)}\n---\n`)!.problem!.message,
        /deeply/,
        open,
      );
    }
    assert.ok(parseFrontMatter(`---\nx: ${'y'.repeat(70_000)}\n---\n`)!.problem);
  });

  it('finds twenty thousand keys without comparing each with each', () => {
    const block = (count: number) =>
      `---\n${Array.from({ length: count }, (_, i) => `${i}:`).join('\n')}\n---\n`;
    assert.equal(parseFrontMatter(block(6000))!.entries.size, 6000);
  });
});

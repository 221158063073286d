import assert from 'node:assert/strict';
import { render } from './rendering';

/** Patterns by which a parser's work can grow faster than the text: what comes once, what is repeated, what ends it. */
const PATTERNS: Record<string, readonly [head: string, repeated: (index: number) => string, tail?: string]> =
  {
    'blanks in a tag': ['<a ', () => ' b', '>'],
    'tags of many attributes': ['', () => `<a ${' b'.repeat(150)}>`],
    'quotes in a tag': ['<a b', () => '="'],
    'open tags': ['', () => '<'],
    'open comments': ['', () => '<!--'],
    'keywords in a comment': ['<!-- ', () => '.slide: ', '-->'],
    'attributes in a comment': ['<!-- .slide: ', (index) => `a${index}="b" `, '-->'],
    'half attributes in a comment': ['<!-- .slide: ', () => 'a="b', '-->'],
    'open formulas': ['', () => '\\\\('],
    'open environments': ['', (index) => `\\begin{a${index}}`],
    'environments that end too late': ['', (index) => `\\begin{a${index}}`, '\\end{zz}'],
    'open embeds': ['', () => '{%pdf https://a '],
    colons: ['', () => ':a'],
    'open pictures': ['', () => '![a](b =1x1'],
    'open brackets': ['', () => '['],
    'open names': ['> ', () => '[name='],
    'unclosed formatting': ['', (index) => `<p><b id=${index}>x\n\n`],
    'misnested formatting': ['', (index) => `<div><b id=${index}></div>`],
    'deep nesting': ['', () => '<div>'],
    'text in tables': ['<table>', () => '<i>a</i>'],
    footnotes: ['', (index) => `x[^${index}]\n\n[^${index}]: a\n\n`],
    abbreviations: ['', (index) => `*[a${index}]: b\n`],
    'open url()': ['<style>', () => 'url(', '</style>'],
    'blanks in url()': ['<style>url(', () => ' ', '</style>'],
    'open CSS comments': ['<style>', () => '/*', '</style>'],
    imports: ['<style>', () => '@import ', '</style>'],
    'brackets in an info string': ['```js ', () => '['],
    'blanks in an info string': ['```js [x', () => ' '],
    'mail addresses': ['', () => 'a@'],
    'open addresses': ['', () => 'http://a.b/('],
    'wide tables': [`${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n`, () => '|x\n'],
  };

const SIZES = [20_000, 160_000] as const;

describe('work on a hostile slide', () => {
  for (const [name, [head, repeated, tail = '']] of Object.entries(PATTERNS)) {
    it(`grows no faster than the text: ${name}`, function () {
      this.timeout(60_000);
      const text = (size: number) => {
        const parts = [head];
        let length = head.length + tail.length;
        for (let index = 0; length < size; index++) {
          const part = repeated(index);
          parts.push(part);
          length += part.length;
        }
        return parts.join('') + tail;
      };
      const [small, large] = SIZES.map((size) => fastest(text(size)));
      // Eight times the text in eight times the time, give or take the noise; quadratic work takes 64 times.
      assert.ok(large! < 24 * Math.max(small!, 10), `${small?.toFixed(1)} ms, then ${large?.toFixed(1)} ms`);
    });
  }

  function fastest(text: string): number {
    const times = [0, 1].map(() => {
      const start = performance.now();
      render(text);
      return performance.now() - start;
    });
    return Math.min(...times);
  }
});

import assert from 'node:assert/strict';
import { highlight } from '../../../src/core/render/highlight';
import { html } from './rendering';

describe('code blocks', () => {
  it('have their language as class', () => {
    assert.equal(html('```js\nx\n```'), '<pre><code class="js hljs">x\n</code></pre>');
  });

  it('have no class without a language', () => {
    assert.equal(html('```\nx\n```'), '<pre><code>x\n</code></pre>');
  });

  it('are marked for wrapping with an exclamation mark', () => {
    assert.equal(html('```js!\nx\n```'), '<pre><code class="wrap js hljs">x\n</code></pre>');
  });

  it('count their lines from the given number', () => {
    const rendered = html('```js=10\na\nb\n```');
    assert.deepEqual(lineNumbers(rendered), [10, 11]);
    assert.match(rendered, /<div class="code">a\nb\n<\/div>/);
    assert.deepEqual(lineNumbers(html('```js=\na\n```')), [1]);
  });

  it('continue counting from the previous block', () => {
    assert.deepEqual(lineNumbers(html('```js=10\na\nb\n```\n\n```js=+\nc\n```')), [10, 11, 12]);
  });

  it('keep a number that comes before an exclamation mark', () => {
    assert.equal(html('```js=5!\nx\n```'), '<pre><code class="wrap js=5 hljs">x\n</code></pre>');
  });

  for (const [name, className] of [
    ['mermaid', 'mermaid'],
    ['graphviz', 'graphviz'],
    ['flow', 'flow-chart'],
    ['sequence', 'sequence-diagram'],
    ['abc', 'abc'],
  ]) {
    it(`of ${name} hold the diagram's source`, () => {
      assert.equal(
        html(`\`\`\`${name}\nA->>B: <x>\n\`\`\``),
        `<pre class="${className}">A-&gt;&gt;B: &lt;x&gt;\n</pre>`,
      );
    });
  }
});

describe('colored code', () => {
  it('knows the languages that highlight.js calls by this name', () => {
    assert.match(
      html('```javascript\nconst a\n```', { highlight }),
      /<span class="hljs-keyword">const<\/span> a/,
    );
  });

  it('guesses at aliases, as HedgeDoc does', () => {
    assert.match(html('```js\nx\n```', { highlight }), /<span class="hljs-attribute">x<\/span>/);
  });

  it('uses Prism for some languages', () => {
    assert.match(html('```go\nfunc a()\n```', { highlight }), /<span class="token keyword">func<\/span>/);
  });

  it('knows aliases in the dialects of reveal.js', () => {
    assert.match(highlight('const a', 'js', 'reveal')?.html ?? '', /hljs-keyword/);
  });

  it('shows the same text', () => {
    const code = 'if (a < b && c > "d") {}\n';
    for (const language of ['javascript', 'typescript', 'nothing']) {
      const shown = (highlight(code, language, 'hedgedoc')?.html ?? '').replace(/<[^>]*>/g, '');
      assert.equal(decode(shown), code);
    }
  });

  it('leaves very long code as it is', () => {
    assert.equal(highlight('x\n'.repeat(50_000), 'javascript', 'hedgedoc'), null);
  });
});

function lineNumbers(rendered: string): number[] {
  return [...rendered.matchAll(/data-linenumber="(\d+)"/g)].map((match) => Number(match[1]));
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

import assert from 'node:assert/strict';
import { highlight } from '../../../src/core/render/highlight';
import { parseInto } from '../../../src/core/render/tree';
import { html, revealHtml } from './rendering';

describe('Code of reveal.js', () => {
  it('is a table if its lines are numbered', () => {
    assert.equal(
      revealHtml('```js []\na\n```'),
      '<pre class="code-wrapper"><code class="js hljs language-javascript" data-line-numbers=""><table class="hljs-ln"><tbody>' +
        '<tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="1"><div class="hljs-ln-n" data-line-number="1"></div></td>' +
        '<td class="hljs-ln-line hljs-ln-code" data-line-number="1">a</td></tr></tbody></table></code></pre>',
    );
  });

  it('is not a table without brackets, or without text', () => {
    assert.equal(
      revealHtml('```js\na\n```'),
      '<pre class="code-wrapper"><code class="js hljs language-javascript">a</code></pre>',
    );
    assert.doesNotMatch(revealHtml('```js [1|2]\n \n```'), /<table/);
  });

  it('has a fragment over it for each further step', () => {
    assert.deepEqual(blocks('```js [1|2-3|]\na\nb\nc\n```'), [
      { classes: 'js hljs language-javascript has-highlights', steps: '1', highlighted: ['1'] },
      {
        classes: 'js hljs language-javascript fragment has-highlights',
        steps: '2-3',
        highlighted: ['2', '3'],
      },
      { classes: 'js hljs language-javascript fragment', steps: '', highlighted: [] },
    ]);
  });

  it('counts from another number, but highlights by place', () => {
    assert.deepEqual(
      blocks('```js [5: 1|2]\na\nb\n```').map(({ highlighted }) => highlighted),
      [['5'], ['6']],
    );
    const from = (start: string) =>
      revealHtml(`<pre><code data-line-numbers data-ln-start-from="${start}">a</code></pre>`);
    assert.match(from('7'), /data-line-number="7"/);
    assert.match(from('x'), /data-line-number="1"/);
  });

  it('keeps the order of steps that have an index', () => {
    const shown = revealHtml('<pre><code data-line-numbers="1|2|3" data-fragment-index="4">a</code></pre>');
    assert.deepEqual(
      [...shown.matchAll(/data-fragment-index="(\d+)"/g)].map(([, index]) => index),
      ['4', '5'],
    );
  });

  it('has its steps set by a comment within the code', () => {
    const shown = revealHtml('<pre><code>a\nb<!-- .element: data-line-numbers="1|2" --></code></pre>');
    assert.equal(shown.match(/<code/g)?.length, 2);
    assert.doesNotMatch(shown, /element/);
  });

  it('keeps its color in each of its lines', () => {
    const lines = revealHtml('```js [1|2]\n/* a\n\nb */\n```', { highlight });
    assert.equal(
      lines.match(/<td class="hljs-ln-line hljs-ln-code" [^>]*><span class="hljs-comment">/g)?.length,
      6,
    );
    assert.match(lines, /<span class="hljs-comment"> <\/span><\/td>/, 'an empty line has a height');
  });

  it('is trimmed and unindented with data-trim', () => {
    assert.equal(text('<pre><code data-trim>\n\n    a\n      b\n\n    c\n  </code></pre>'), 'a\n  b\n\nc');
    assert.equal(text('<pre><code>\n    a\n</code></pre>'), '\n    a\n');
  });

  it('shows the tags in it, or only their text with data-noescape', () => {
    assert.equal(text('<pre><code><b>a</b> &lt;i&gt; &amp;amp;</code></pre>'), '<b>a</b> <i> &amp;');
    assert.equal(text('<pre><code data-noescape><b>a</b> &lt;i&gt;</code></pre>'), 'a <i>');
    assert.equal(text('<pre><code><script type="text/template"><p>a</p></script></code></pre>'), '<p>a</p>');
  });

  it('runs nothing that is in it', () => {
    const hostile = '<pre><code data-noescape data-line-numbers="1|2"><img src=x onerror=x()></code></pre>';
    assert.doesNotMatch(revealHtml(hostile), /onerror/);
    assert.doesNotMatch(revealHtml(hostile.replace(' data-noescape', '')), /<img/);
  });

  it('has the language of the first class that is one, or none with nohighlight', () => {
    const classes = (info: string) =>
      /<code class="([^"]*)"/.exec(revealHtml(`\`\`\`${info}\na\n\`\`\``))?.[1];
    assert.equal(classes('nosuch py'), 'nosuch py hljs language-python');
    assert.equal(classes('language-ts'), 'language-ts hljs language-typescript');
    assert.equal(classes('nohighlight'), 'nohighlight');
    assert.equal(classes('nosuch'), 'nosuch hljs');
  });

  it('is guessed without a language', () => {
    const shown = revealHtml('```\nimport os\n\ndef f(self):\n    return None\n```', { highlight });
    assert.match(shown, /class="hljs language-python".*hljs-keyword/s);
  });

  it('is shown as it is written if its steps repeat very much', () => {
    const steps = '1|'.repeat(400);
    assert.match(revealHtml(`\`\`\`js [${steps}]\n${'a\n'.repeat(50)}\`\`\``), /^<p><em>/);
    assert.match(revealHtml(`\`\`\`js [${steps}]\n${'a'.repeat(10_000)}\n\`\`\``), /^<p><em>/);
  });

  it('has no steps in HedgeDoc', () => {
    assert.doesNotMatch(html('```js [1|2]\na\nb\n```'), /<table|data-line-numbers/);
  });
});

function blocks(markdown: string) {
  return revealHtml(markdown)
    .split('<code ')
    .slice(1)
    .map((block) => ({
      classes: /class="([^"]*)"/.exec(block)?.[1],
      steps: /data-line-numbers="([^"]*)"/.exec(block)?.[1],
      highlighted: [...block.matchAll(/<tr class="highlight-line"><td [^>]*data-line-number="(\d+)"/g)].map(
        ([, line]) => line,
      ),
    }));
}

/** What is read in the only block of code. */
function text(markdown: string): string {
  const inner =
    /<code[^>]*>([\s\S]*)<\/code>/.exec(revealHtml(markdown, { markdownInHtml: false }))?.[1] ?? '';
  return parseInto('code', inner)
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
}

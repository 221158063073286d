import assert from 'node:assert/strict';
import { kindsInHtml, scriptOf, stylesheetsFor } from '../../../src/page/diagrams/kinds';

describe('kinds of diagrams', () => {
  it('are found in HTML as the renderer writes it', () => {
    const html = `<p><span class="mathjax raw">x</span></p>
<pre class="flow-chart" data-line="3">a->b</pre><pre data-line="4" class="abc">X:1</pre>
<span class="mathjax raw">y</span><pre class="code-wrapper"><code class="mermaid">a</code></pre>`;
    assert.deepEqual(kindsInHtml(html), ['math', 'flow', 'abc', 'mermaid']);
  });

  it('are not found in code, other elements and parts of words', () => {
    const html = `<pre><code class="hljs">&lt;pre class="mermaid"&gt;</code></pre>
<div class="mermaid">x</div><pre><code class="abc">x</code></pre><pre class="mermaid-like">x</pre><p title='class="abc"'>abc</p>`;
    assert.deepEqual(kindsInHtml(html), []);
  });

  it('have scripts of their own and need styles only if there are any', () => {
    assert.equal(scriptOf('graphviz'), 'page/graphviz.js');
    assert.deepEqual(stylesheetsFor([]), []);
    assert.deepEqual(stylesheetsFor(['math']), ['page/diagrams.css']);
  });
});

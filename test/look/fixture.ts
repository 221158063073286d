/**
 * One slide per group of elements in hedgedoc-css/computed-*.json, in HedgeDoc's markup (docs/hedgedoc.md, 7).
 * The texts are short because widths are compared too: they are the texts HedgeDoc measured, inferred from the widths.
 */

/** The 3rd-level item's text is not known; its width is: everything around it follows from that. */
const thirdLevel = '<span style="display:inline-block;width:116.969px;height:1px"></span>';

const picture =
  'data:image/svg+xml,' +
  encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"></svg>');

export const fixture: readonly string[] = [
  '<h1>h</h1><h2>h</h2><h3>h</h3><h4>h</h4><h5>h</h5><h6>h</h6>',
  `<p><strong>b</strong> <code>c</code> <a href="#">a</a> <mark>m</mark> <small>sm</small></p>
<ul>
<li>ul
<ul>
<li>ul
<ul>
<li>${thirdLevel}</li>
</ul>
</li>
</ul>
</li>
</ul>
<ol>
<li>ol</li>
</ol>`,
  `<blockquote>
<p>quote</p>
</blockquote>
<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>1</td>
<td>2</td>
</tr>
<tr>
<td>3</td>
<td>4</td>
</tr>
</tbody>
</table>
<pre><code class="javascript hljs"><div class="wrapper"><div class="gutter linenumber"><span data-linenumber="1"></span></div><div class="code"><span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>
</div></div></code></pre>`,
  `<p><img src="${picture}" alt=""> <img class="emoji" alt=":tada:" src="${picture}"></p>`,
  `<div class="alert alert-info">
<p>info</p>
</div>
<ul>
<li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled=""><label></label>todo</li>
</ul>
<dl>
<dt>term</dt>
<dd>def</dd>
</dl>`,
];

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Dialect } from '../../../src/core/deck/deck';
import { DIALECTS, render } from './rendering';

/** Elements that run, fetch or take over something. */
const FORBIDDEN =
  /^(?:script|iframe|object|embed|applet|form|button|select|textarea|base|meta|link|svg|math|template|noscript|section|frame|frameset|portal)$/;

function problems(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Tree.ChildNode) => {
    if (!('tagName' in node)) return;
    if (FORBIDDEN.test(node.tagName)) found.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) checkAttribute(node.tagName, name, value, found);
    node.childNodes.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
  return found;
}

function checkAttribute(tag: string, name: string, value: string, found: string[]): void {
  const plain = value.replace(/[\0-\x20]/g, '').toLowerCase();
  if (
    /^on|^is$|^slot$|^part$|^ping$|^popover|^autofocus$|^contenteditable$|^nonce$|^srcset$|^background$|^srcdoc$|^formaction$|^data-background-iframe$|^data-markdown/.test(
      name,
    )
  )
    found.push(name);
  if (/^(?:href|src|poster|cite|action|data-src|data-background.*|data-preview.*)$/.test(name)) {
    const image = (tag === 'img' || name.includes('background')) && plain.startsWith('data:image/');
    if (/^(?:javascript|vbscript|data|file|command|vscode)/.test(plain) && !image)
      found.push(`${name}=${value}`);
  }
  if (name === 'style' && /javascript:|vbscript:/.test(plain)) found.push(`style=${value}`);
}

function check(text: string): void {
  for (const dialect of DIALECTS) {
    const { html, attributes } = render(text, { dialect });
    assert.deepEqual(problems(html), [], `${dialect}: ${html}`);
    const found: string[] = [];
    for (const [name, value] of Object.entries(attributes)) checkAttribute('section', name, value, found);
    assert.deepEqual(found, [], dialect);
    if (/iframe|\{%/.test(text)) checkLive(text, dialect);
    if (text.includes('<section')) checkSections(text, dialect);
  }
}

/** The sections that stay are as safe as that of the slide, directly in it, and counted. */
function checkSections(text: string, dialect: Dialect): void {
  const { html, verticalSlides } = render(text, { dialect, verticalSections: true });
  assert.deepEqual(problems(html.replace(/<(\/?)section/g, '<$1div')), [], `${dialect}: ${html}`);
  const slides = parseFragment(html).childNodes.filter(({ nodeName }) => nodeName === 'section');
  assert.equal(slides.length, verticalSlides);
  assert.equal(problems(html).filter((problem) => problem === '<section>').length, verticalSlides, html);
  if (dialect === 'hedgedoc') assert.equal(verticalSlides, 0);
}

/** With live pages there is one thing more: frames in a sandbox, which show https: addresses. */
function checkLive(text: string, dialect: Dialect): void {
  const embed = (url: string) => url;
  const { html, attributes } = render(text, { dialect, embed });
  const rest = html.replace(
    /<iframe (?:[\w-]+="[^"]*" )*sandbox="allow-scripts allow-same-origin allow-forms [^"]*" (?:[\w-]+="[^"]*" )*data-src="https:\/\/[^"]*"><\/iframe>/g,
    '',
  );
  assert.deepEqual(problems(rest), [], `${dialect}: ${html}`);
  assert.match(attributes['data-background-iframe'] ?? 'https://', /^https:\/\//);
}

describe('a hostile slide', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<img src=x onerror="alert(1)">',
    '<img src=x onerror=alert(1) <p>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><use href="data:image/svg+xml;base64,PHN2Zz4=#x"/></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '[a](javascript:alert(1)) <a href="java&#10;script:alert(1)">b</a> <a href=" \x01javascript:alert(1)">c</a>',
    '[a](vbscript:x) [b](data:text/html,x) <a href="data:text/html,x">c</a> <a href="command:x">d</a>',
    '<a href="jav&Tab;ascript:alert(1)">a</a> <a href="javascript&colon;alert(1)">b</a>',
    '<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>x</script>"></iframe>',
    '<object data="data:text/html,x"></object><embed src="x"><applet code=x></applet>',
    '<base href="https://evil/"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;url=x">',
    '<form action="https://evil/"><input autofocus onfocus=alert(1)><button formaction="javascript:x">a</button></form>',
    '</textarea></script></style></title><script>alert(1)</script>',
    '<style></style&gt;<img src=x onerror=alert(1)></style>',
    '<style>a { b: url(javascript:alert(1)) }</style><p style="b: url(javascript:alert(1))">x</p>',
    '<style><!-- </style><img title="--><script>alert(1)</script>"></style>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!-- .slide: onclick="x" data-background-iframe="https://evil/" data-markdown="https://evil/x.md" -->',
    '# a <!-- .element: onmouseover="x" href="javascript:x" src="javascript:x" srcdoc="x" -->',
    '<a>b</a><!-- .element: href="javascript:alert(1)" data-preview-link="javascript:alert(1)" -->',
    '<section data-markdown="https://evil/x.md" data-background-iframe="javascript:x"></section>',
    '<video src="javascript:x" poster="javascript:x" onerror=x></video><audio src="data:text/html,x"></audio>',
    '```"><script>alert(1)</script>\nx\n```\n\n```js [1|<img src=x onerror=x>]\nx\n```',
    '```mermaid\nA["<img src=x onerror=x>"]; click A "javascript:x"\n```\n\n$</span><script>x</script>$',
    ':::info "><script>alert(1)</script>\nx\n:::',
    '{%pdf https://x.org/"><script>alert(1)</script> %}',
    '> [color=red;x"><script>] [name=<script>x</script>]',
    '<img src="data:text/html,x"> <img src="file:///etc/passwd">',
    '<x-a onclick=x is=x src=x href="javascript:x" style="b: url(javascript:alert(1))"><script>x</script></x-a>',
    '<font-face-uri href=x><annotation-xml encoding="text/html"><script>x</script></annotation-xml><x-a:b onload=x>',
    '<p is=x slot=x part=x popover autofocus contenteditable nonce=x ping=x background=x srcset=x form=x>x</p>',
    '<p onunknown=x formunknown=x popoverunknown=x unknown="javascript:x" x:onclick=x xlink:href=x>x</p>',
    '<!-- .slide: onunknown="x" is="x" popover="x" nonce="x" background="x" slot="x" -->',
    '<details open ontoggle=alert(1)><summary>x</summary></details><body onload=alert(1)>',
  ]) {
    it(`does no harm: ${text.slice(0, 60)}`, () => check(text));
  }

  it('does no harm, whatever it is made of', () => {
    const pieces = [
      ...'<>"\'=/ \n`&;()[]!-'.split(''),
      '<a href=',
      '<img src=x ',
      '<style>',
      '</style>',
      '<svg>',
      '<math>',
      '<b ',
      '<p>',
      '<table>',
      '<td>',
      '</',
      '<!--',
      '-->',
      '.slide:',
      '.element ',
      'onerror="x" ',
      'onclick=x ',
      'javascript:x',
      'data:text/html,x',
      '&lt;',
      '&gt;',
      '&quot;',
      '&#10;',
      'script',
      'iframe',
      '<section ',
      '</section>',
      'url(',
      '```',
      '$',
      '{%pdf ',
      ':::info ',
      'title="',
      '[x](',
      '![x](',
      '\n\n',
      '- [x] ',
      '> [name=',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => check(parts.join(''))),
      { numRuns: 1500 },
    );
  });
});

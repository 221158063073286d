import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pasteForm } from '../../../src/core/authoring/pictures/pasteForm';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import {
  cleanFileName,
  isPictureName,
  linkWords,
  uniqueFileName,
} from '../../../src/core/files/pictureNames';
import { relativePath, resolvePath, urlOfPath } from '../../../src/core/files/relativePath';
import { classifyUrl } from '../../../src/core/files/urls';

describe('names of pasted files', () => {
  const clean = (name: string, type = 'image/png', fallback = 'Team IaaS') =>
    cleanFileName(name, type, fallback);

  it('stay as they are if they are clean', () => {
    for (const name of ['diagram.png', 'R6_overview-2.svg', 'v1.2.pdf']) assert.equal(clean(name), name);
  });

  it('contain no spaces, brackets or other characters that need escapes in a link', () => {
    assert.equal(
      clean('Bildschirmfoto 2024-09-26 um 15.05.10 (2).PNG'),
      'Bildschirmfoto-2024-09-26-um-15.05.10-2.png',
    );
    assert.equal(clean('Größe & Übersicht.jpg'), 'Groesse-and-Uebersicht.jpg');
    assert.equal(clean('../../etc/pass%20wd.png'), 'etc-pass-20wd.png');
    assert.equal(clean('схема сети.png'), 'схема-сети.png');
  });

  it('are made from the slide if the clipboard has none', () => {
    assert.equal(clean('image.png'), 'team-iaas.png');
    assert.equal(clean(''), 'team-iaas.png');
    assert.equal(clean('image.png', 'image/png', ''), 'file.png');
  });

  it('get the extension of their media type if they have none', () => {
    assert.equal(clean('chart', 'image/svg+xml'), 'chart.svg');
    assert.equal(clean('LICENSE', 'text/plain'), 'LICENSE');
  });

  it('are never ones that Windows reserves for devices', () => {
    assert.equal(clean('con.png'), 'file-con.png');
  });

  it('are clean whatever the clipboard says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, fallback) => {
        const result = clean(name, 'image/png', fallback);
        assert.match(result, /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u);
        assert.ok(result.length <= 100);
        assert.equal(urlOfPath(result), result);
      }),
    );
  });

  it('are numbered if the folder has a similar one, in any case', () => {
    assert.equal(uniqueFileName('a.png', []), 'a.png');
    assert.equal(uniqueFileName('a.png', ['A.PNG', 'a-2.png']), 'a-3.png');
    assert.equal(uniqueFileName('LICENSE', ['license']), 'LICENSE-2');
  });

  it('give the words of the link', () => {
    assert.equal(linkWords('R6_overview-2.svg', 'Slide'), 'R6 overview 2');
    assert.equal(linkWords('a [b].pdf', 'Slide'), 'a b');
    assert.equal(linkWords('image.png', 'Team IaaS [1.0]'), 'Team IaaS 1.0');
  });

  it('distinguish pictures from other files', () => {
    assert.deepEqual(['a.PNG', 'a.svg', 'a.pdf', 'png', '.png'].map(isPictureName), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('paths in links', () => {
  it('begin with ./ or ../', () => {
    assert.equal(relativePath('/decks', '/decks/a.png'), './a.png');
    assert.equal(relativePath('/decks/2024', '/decks/images/a.png'), '../images/a.png');
    assert.equal(relativePath('/', '/a.png'), './a.png');
  });

  it('lead where they should, also escaped', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^[^/\\\0-\x1f]+$/.test(text) && !/^\.+$/.test(text));
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, path, (folder, target) => {
        const url = urlOfPath(relativePath(folder, target));
        assert.match(url, /^[^\s()<>"'=%#?&\\]*(?:%[\dA-F]{2}[^\s()<>"'=%#?&\\]*)*$/);
        assert.deepEqual(classifyUrl(url), { kind: 'local', path: relativePath(folder, target) });
        assert.equal(resolvePath(folder, relativePath(folder, target)), target);
      }),
    );
  });
});

describe('a pasted file', () => {
  /** The deck's text with the file `./x.png` at the bar, or in place of what is between two bars. */
  const pasted = (marked: string) => {
    const text = marked.replaceAll('|', '');
    const start = marked.indexOf('|');
    const end = marked.includes('|', start + 1) ? marked.lastIndexOf('|') - 1 : start;
    const { kind, span } = pasteForm(parseDeck(text), { start, end });
    const written = { link: '![](./x.png)', path: './x.png', background: 'data-background="./x.png"' }[kind];
    return text.slice(0, span.start) + written + text.slice(span.end);
  };
  const becomes = (marked: string, expected: string) => assert.equal(pasted(marked), expected);

  it('becomes the value where there is a value', () => {
    becomes('<!-- .slide: data-background="|" -->', '<!-- .slide: data-background="./x.png" -->');
    becomes('<!-- .slide: data-background="old|.png" -->', '<!-- .slide: data-background="./x.png" -->');
    becomes('<!-- .slide: data-background="a |b| c" -->', '<!-- .slide: data-background="a ./x.png c" -->');
    becomes('<img alt="a" src="|">', '<img alt="a" src="./x.png">');
    becomes("<img src='./|'>", "<img src='./x.png'>");
    becomes('<img alt="see |" src="a">', '<img alt="see ./x.png" src="a">');
    becomes('![](|)', '![](./x.png)');
    becomes('[a]: |', '[a]: ./x.png');
    becomes(
      '<style>\n.a { background: url("|") }\n</style>',
      '<style>\n.a { background: url("./x.png") }\n</style>',
    );
    const frontMatter = (value: string) =>
      `---\ntype: slide\nslideOptions:\n  parallaxBackgroundImage: ${value}\n---\n\n# A`;
    becomes(frontMatter('|'), frontMatter('./x.png'));
    becomes(frontMatter('./old|.png'), frontMatter('./x.png'));
  });

  it("becomes the background where a slide's attributes are", () => {
    becomes('<!-- .slide: | -->', '<!-- .slide: data-background="./x.png" -->');
    becomes('<!-- .slide: class="a" | -->', '<!-- .slide: class="a" data-background="./x.png" -->');
    becomes('<!-- .element: | -->', '<!-- .element: ./x.png -->');
  });

  it('is a picture or link elsewhere', () => {
    becomes('# A\n\n|', '# A\n\n![](./x.png)');
    becomes('# A\n\n|old|', '# A\n\n![](./x.png)');
    becomes('---\ntype: slide\n---\n\n|', '---\ntype: slide\n---\n\n![](./x.png)');
    becomes('<img src="a.png">|', '<img src="a.png">![](./x.png)');
    becomes('![](a.png) |', '![](a.png) ![](./x.png)');
    becomes('<!-- a="b" -->\n\n---\n\n|', '<!-- a="b" -->\n\n---\n\n![](./x.png)');
    becomes('he said ="|', 'he said ="![](./x.png)');
  });
});

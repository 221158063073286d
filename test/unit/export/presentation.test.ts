import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { type PresentationSlide, presentationFile } from '../../../src/export/presentation';

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
const slide: PresentationSlide = { picture: PNG, title: 'A', text: 'a', notes: '', links: [] };

async function parts(...slides: Partial<PresentationSlide>[]): Promise<(path: string) => Promise<string>> {
  const bytes = await presentationFile({
    title: 'Q & A',
    author: '<me>',
    size: { width: 960, height: 540 },
    slides: slides.map((each) => ({ ...slide, ...each })),
  });
  const zip = await JSZip.loadAsync(bytes);
  return async (path) => (await zip.file(path)?.async('string')) ?? '';
}

/** PowerPoint's units in a CSS pixel. */
const EMU = 9525;

describe('A PowerPoint file', () => {
  it('has slides in the size of the deck, each filled by its picture', async () => {
    const read = await parts({}, { title: 'B & "C"', text: 'b <c>' });
    assert.match(await read('ppt/presentation.xml'), new RegExp(`sldSz cx="${960 * EMU}" cy="${540 * EMU}"`));
    const xml = await read('ppt/slides/slide2.xml');
    const picture = /<p:pic>.*<\/p:pic>/s.exec(xml)?.[0] ?? '';
    assert.match(picture, /descr="b &lt;c&gt;"/);
    assert.match(picture, new RegExp(`<a:off x="0" y="0"/>\\s*<a:ext cx="${960 * EMU}" cy="${540 * EMU}"/>`));
    assert.match(await read('ppt/slides/_rels/slide2.xml.rels'), /media\/image-2-1\.png/);
    assert.equal(await read('ppt/media/image-2-1.png'), PNG.toString('utf8'));
    assert.equal(await read('ppt/slides/slide3.xml'), '');
  });

  it('names the deck, and each slide in a title that the picture covers', async () => {
    const read = await parts({ title: 'B & "C"' });
    assert.match(
      await read('docProps/core.xml'),
      /<dc:title>Q &amp; A<\/dc:title>.*<dc:creator>&lt;me&gt;</s,
    );
    const xml = await read('ppt/slides/slide1.xml');
    const [title = ''] = xml.split('<p:pic>');
    assert.match(title, /type="title".*<a:t>B &amp; &quot;C&quot;<\/a:t>/s);
  });

  it('has the lines of the notes', async () => {
    const read = await parts({ notes: 'a < b\n\n• c' }, {});
    const lines = [
      ...(await read('ppt/notesSlides/notesSlide1.xml')).matchAll(/<a:p>(?:(?!<\/a:p>).)*<a:t>([^<]*)</g),
    ];
    assert.deepEqual(
      lines.slice(0, 2).map(([, text]) => text),
      ['a &lt; b', '• c'],
    );
    assert.doesNotMatch(await read('ppt/notesSlides/notesSlide2.xml'), /<a:t>[^<\d]+</);
  });

  it('has areas to click where links are, to pages and to slides', async () => {
    const area = { x: 96, y: 48, width: 192, height: 24 };
    const read = await parts(
      {
        links: [
          { ...area, to: 'https://x.org/?a=1&b=2', text: 'web "page"' },
          { ...area, to: 1, text: 'next' },
        ],
      },
      {},
    );
    const rels = await read('ppt/slides/_rels/slide1.xml.rels');
    const web = /Id="(\w+)"[^>]*Target="https:\/\/x\.org\/\?a=1&amp;b=2" TargetMode="External"/.exec(
      rels,
    )?.[1];
    const next = /Id="(\w+)"[^>]*Target="slide2\.xml"/.exec(rels)?.[1];
    const xml = await read('ppt/slides/slide1.xml');
    const shapes = xml.split('</p:pic>')[1]!;
    assert.ok(shapes.includes(`r:id="${web}" tooltip="web &quot;page&quot;"`));
    assert.ok(shapes.includes(`r:id="${next}" tooltip="next" action="ppaction://hlinksldjump"`));
    const place = `<a:off x="${96 * EMU}" y="${48 * EMU}"/><a:ext cx="${192 * EMU}" cy="${24 * EMU}"/>`;
    assert.equal(shapes.split(place).length, 3);
    assert.equal(shapes.split('<a:alpha val="0"/>').length, 3);
  });

  it('has no characters that would keep it from being opened', async () => {
    const bad = 'a\0\x0b\x1b\ufffe\ud800b';
    const read = await parts({
      title: bad,
      text: bad,
      notes: bad,
      links: [{ x: 1, y: 1, width: 9, height: 9, to: 0, text: bad }],
    });
    const all = (await read('ppt/slides/slide1.xml')) + (await read('ppt/notesSlides/notesSlide1.xml'));
    assert.equal(all.split('ab').length, 6, 'title, text, name, tooltip and notes');
  });
});

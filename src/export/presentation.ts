import JSZip from 'jszip';
import PptxGenJS from 'pptxgenjs';
import { escapeHtml } from '../core/text/escapeHtml';

/** A deck as PowerPoint has it. */
export interface Presentation {
  readonly title: string;
  readonly author: string;
  /** Of the slides, in CSS pixels. */
  readonly size: Size;
  readonly slides: readonly PresentationSlide[];
}

/** A slide that is a picture of itself. */
export interface PresentationSlide {
  /** A PNG. */
  readonly picture: Uint8Array;
  readonly title: string;
  /** What is in the picture, for people who do not see it. */
  readonly text: string;
  readonly notes: string;
  readonly links: readonly LinkArea[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a slide that can be clicked, in CSS pixels from its upper left corner. */
export interface LinkArea extends Size {
  readonly x: number;
  readonly y: number;
  /** An address, or the index of a slide. */
  readonly to: string | number;
  readonly text: string;
}

const PIXELS_PER_INCH = 96;
/** PowerPoint knows no larger slides, in inches. */
const MAX_SIZE = 56;

/** The bytes of a PowerPoint file. */
export async function presentationFile(presentation: Presentation): Promise<Uint8Array> {
  const { title, author, size, slides } = presentation;
  const pptx = new PptxGenJS();
  const inches = Math.min(1 / PIXELS_PER_INCH, MAX_SIZE / Math.max(size.width, size.height));
  pptx.defineLayout({ name: LAYOUT, width: size.width * inches, height: size.height * inches });
  pptx.layout = LAYOUT;
  Object.assign(pptx, { title: xmlText(title), author: xmlText(author), company: '', subject: '' });
  const whole = { x: 0, y: 0, w: size.width * inches, h: size.height * inches };
  pptx.defineSlideMaster({
    title: LAYOUT,
    objects: [{ placeholder: { options: { name: TITLE, type: 'title', ...whole }, text: '' } }],
  });
  for (const each of slides) addSlide(pptx, each, whole, inches);
  const bytes = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  return withNotes(bytes, slides);
}

const LAYOUT = 'Deck';
const TITLE = 'title';
/** Longer texts are of no use to those who listen to them. */
const MAX_TEXT = 4000;
const MAX_TOOLTIP = 200;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The title is behind the picture: for lists of slides and for people who listen to them. */
function addSlide(pptx: PptxGenJS, each: PresentationSlide, whole: Area, inches: number): void {
  const slide = pptx.addSlide({ masterName: LAYOUT });
  slide.addText(xmlText(each.title), { placeholder: TITLE, ...whole });
  const data = `image/png;base64,${Buffer.from(each.picture).toString('base64')}`;
  slide.addImage({ data, altText: xmlText(each.text).slice(0, MAX_TEXT), ...whole });
  for (const { x, y, width, height, to, text } of each.links) {
    const tooltip = xmlText(text).slice(0, MAX_TOOLTIP);
    slide.addShape('rect', {
      x: x * inches,
      y: y * inches,
      w: width * inches,
      h: height * inches,
      // Without a fill only the outline could be clicked.
      fill: { color: 'FFFFFF', transparency: 100 },
      line: { type: 'none' },
      objectName: tooltip,
      hyperlink: typeof to === 'string' ? { url: xmlText(to), tooltip } : { slide: to + 1, tooltip },
    });
  }
  slide.addNotes(NOTES);
}

/** Stands for notes, which pptxgenjs would write as a single line. */
const NOTES = 'notes';
const NOTES_TEXT = new RegExp(`<a:p><a:r><a:rPr[^>]*/><a:t>${NOTES}</a:t></a:r><a:endParaRPr[^>]*/></a:p>`);

async function withNotes(bytes: Uint8Array, slides: readonly PresentationSlide[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [index, { notes }] of slides.entries()) {
    const path = `ppt/notesSlides/notesSlide${index + 1}.xml`;
    const xml = await zip.file(path)!.async('string');
    zip.file(
      path,
      xml.replace(NOTES_TEXT, () => paragraphs(xmlText(notes))),
    );
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

/** Without the characters that XML does not allow. */
function xmlText(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu, '');
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '<a:p/>' : `<a:p><a:r><a:rPr/><a:t>${escapeHtml(line)}</a:t></a:r></a:p>`))
    .join('');
}

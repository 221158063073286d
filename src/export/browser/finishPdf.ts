import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { relativeOf } from '../../core/page/relativeLinks';
import type { Paper } from '../../page/paper/paper';
import { BrowserError } from './browserError';

/** What a PDF says about itself, which the browser does not know. */
export interface PdfFacts {
  readonly title: string;
  /** The title of each slide by its place. */
  readonly bookmarks: Readonly<Record<string, string>>;
  /** The width of a page in CSS pixels; null: as it is laid out. */
  readonly width: number | null;
  readonly ratio: number | null;
  /** If notes are annotations: those of each slide by its place, as plain text. Others are as the page has them. */
  readonly comments: Readonly<Record<string, string>> | null;
  /** What a relative URL of the deck is in the file. */
  readonly linkFor: (url: string) => string;
}

/** A PDF has 72 units in an inch, a page in a browser 96. */
const UNITS = 72 / 96;

/** Gives what a browser printed its bookmarks, notes, size and title. */
export async function finishPdf(pdf: Uint8Array, paper: Paper, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = document.getPages();
  if (pages.length !== paper.pages.length) {
    throw new BrowserError('pages', `${pages.length}`, `${paper.pages.length}`);
  }
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setCreator('Deckwright');
  for (const page of pages) restoreRelativeLinks(page, facts.linkFor);
  if (facts.comments) annotate(document, paper, facts.comments);
  if (facts.width !== null) for (const page of pages) resize(page, facts.width, paper, facts.ratio);
  addBookmarks(document, paper, facts.bookmarks);
  return document.save();
}

function restoreRelativeLinks(page: PDFPage, linkFor: PdfFacts['linkFor']): void {
  const annotations = page.node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const action = annotations!.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of('A'), PDFDict);
    const address = action?.lookup(PDFName.of('URI'));
    if (!(address instanceof PDFString || address instanceof PDFHexString)) continue;
    const url = relativeOf(address.decodeText());
    if (url !== null) action!.set(PDFName.of('URI'), PDFString.of(linkFor(url)));
  }
}

/** A comment in the upper left corner of the first page of each slide. */
function annotate(document: PDFDocument, { pages }: Paper, comments: Readonly<Record<string, string>>): void {
  document.getPages().forEach((page, index) => {
    const { place, isFirst, notes } = pages[index]!;
    const comment = (isFirst && comments[place]) || notes;
    if (comment === '') return;
    const top = page.getHeight();
    const annotation = document.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [6, top - 26, 26, top - 6],
      Name: 'Note',
      Contents: PDFHexString.fromText(comment),
      // Printed only if the reader wants comments on paper.
      F: 0,
    });
    page.node.addAnnot(document.context.register(annotation));
  });
}

/** Width and height by factors of their own: pages are laid out in whole pixels. */
function resize(page: PDFPage, width: number, paper: Paper, ratio: number | null): void {
  const height = ratio === null ? (width * paper.height) / paper.width : (width / ratio) * paper.screens;
  page.scale((width * UNITS) / page.getWidth(), (height * UNITS) / page.getHeight());
}

interface Bookmark {
  readonly title: string;
  readonly page: PDFRef;
  readonly below: Bookmark[];
}

function addBookmarks(document: PDFDocument, paper: Paper, titles: PdfFacts['bookmarks']): void {
  const bookmarks: Bookmark[] = [];
  let column: string | undefined;
  document.getPages().forEach(({ ref }, index) => {
    const { place, isFirst } = paper.pages[index]!;
    if (!isFirst) return;
    const [h = ''] = place.split('.');
    const bookmark = { title: titles[place] ?? titles[h] ?? '', page: ref, below: [] };
    if (h === column) bookmarks.at(-1)!.below.push(bookmark);
    else bookmarks.push(bookmark);
    column = h;
  });
  const { context, catalog } = document;
  const root = context.nextRef();
  const { first, last, count } = listed(bookmarks, root);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));

  /** Links the entries of one level to each other. */
  function listed(entries: readonly Bookmark[], parent: PDFRef) {
    const refs = entries.map(() => context.nextRef());
    let count = entries.length;
    entries.forEach(({ title, page, below }, index) => {
      const entry = PDFDict.withContext(context);
      entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
      entry.set(PDFName.of('Parent'), parent);
      const target = PDFArray.withContext(context);
      target.push(page);
      target.push(PDFName.of('Fit'));
      entry.set(PDFName.of('Dest'), target);
      if (index > 0) entry.set(PDFName.of('Prev'), refs[index - 1]!);
      if (index < refs.length - 1) entry.set(PDFName.of('Next'), refs[index + 1]!);
      if (below.length > 0) {
        const inner = listed(below, refs[index]!);
        entry.set(PDFName.of('First'), inner.first);
        entry.set(PDFName.of('Last'), inner.last);
        entry.set(PDFName.of('Count'), PDFNumber.of(inner.count));
        count += inner.count;
      }
      context.assign(refs[index]!, entry);
    });
    return { first: refs[0]!, last: refs.at(-1)!, count };
  }
}

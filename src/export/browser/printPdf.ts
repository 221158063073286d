import type { Paper, PaperOptions } from '../../page/paper/paper';
import { finishPdf, type PdfFacts } from './finishPdf';
import { type PageOptions, withPage } from './withPage';

export interface PrintOptions extends Pick<PageOptions, 'browser' | 'limit' | 'signal'> {
  readonly paper: PaperOptions;
  /** The script that lays out the pages. */
  readonly layOut: string;
  readonly facts: PdfFacts;
  /** Told how many pages there will be, before they are printed. */
  readonly onPages?: ((count: number) => void) | undefined;
}

/** Our own screen: decks whose size is a share of the screen are laid out on it. */
const SCREEN = { width: 1280, height: 720 };

/** What the page does in print view; an author's own options for it do not apply. */
const SEARCH =
  '?places&view=print&pdfMaxPagesPerSlide=1&pdfPageHeightOffset=0&showNotes=false&pdfSeparateFragments=';

/** Prints an exported page as a PDF file. Throws as `withPage`. */
export async function printPdf(html: string, steps: boolean, options: PrintOptions): Promise<Uint8Array> {
  const { paper, layOut, facts, onPages } = options;
  const shown = { ...options, size: SCREEN, search: `${SEARCH}${steps}` };
  const [laidOut, pdf] = await withPage(html, shown, async (page) => {
    await page.evaluate(layOut);
    const laidOut = (await page.evaluate(`layOutPaper(${JSON.stringify(paper)})`)) as Paper;
    onPages?.(laidOut.pages.length);
    await page.evaluate('whenDrawn()');
    const pdf = await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, timeout: 0 });
    return [laidOut, pdf] as const;
  });
  options.signal?.throwIfAborted();
  return finishPdf(pdf, laidOut, facts);
}

import * as vscode from 'vscode';
import type * as Browser from '../bundles/browser';
import type * as Exporter from '../bundles/exporter';
import { paperSize } from '../core/page/paperSize';
import type { PaperNotes } from '../page/paper/paper';
import { loadBundle, loadNodeBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { drawingOf, offerBrowser } from './drawing';
import type { ExportCommand } from './exportCommand';
import { openInBrowser } from './openInBrowser';

/** What the user chooses of a PDF file; the rest is as the preview shows the deck. */
export interface PdfChoice {
  readonly steps: boolean;
  readonly notes: PaperNotes;
  /** As `--size` of the command line; null: the shape of the preview. */
  readonly size: string | null;
}

const NOTES: readonly PaperNotes[] = ['none', 'below', 'pages', 'annotations'];
/** Under which the last choice is remembered. */
const LAST = 'deckwright.exportPdf.last';

/** A PDF file with a page for each slide. */
export function pdfCommand(context: vscode.ExtensionContext, services: Services): ExportCommand<PdfChoice> {
  return {
    command: 'deckwright.exportPdf',
    extension: 'pdf',
    fileType: 'PDF',
    opensIn: 'system',
    title,
    given: ([choice]) => readChoice(choice),
    ask: () => askForPages(context.globalState),
    async make(deck, choice, surroundings, extensionUri, document) {
      const browser = loadNodeBundle<typeof Browser>(extensionUri, 'browser.js');
      if (!browser) throw new Error(withoutNode());
      const { makePdf, highlight } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
      const { steps, notes, size } = choice;
      const options = { steps, notes, slides: null, numbers: false, footer: '' };
      return makePdf(deck, { ...options, ...drawingOf(document, size ?? undefined) }, surroundings, {
        highlight,
        printPdf: browser.printPdf,
      });
    },
    wayOut: (error, document) =>
      offerBrowser(error, {
        label: vscode.l10n.t('Open Print View'),
        go: () => openInBrowser(document, context, services, 'print'),
      }),
  };
}

function title(): string {
  return vscode.l10n.t('Export as PDF');
}

function withoutNode(): string {
  return vscode.l10n.t(
    "VS Code in the browser can't start the program that makes PDF files. Export the deck as HTML, open the file with ?view=print after its address, and print it.",
  );
}

interface PageChoice extends vscode.QuickPickItem {
  readonly choice: Omit<PdfChoice, 'size'>;
}

/** One of a few kinds of pages; the last one that was chosen comes first. */
async function askForPages(memory: vscode.Memento): Promise<PdfChoice | undefined> {
  const items: PageChoice[] = [
    { label: vscode.l10n.t('Slides'), choice: { steps: false, notes: 'none' } },
    { label: vscode.l10n.t('Each Step of Each Slide'), choice: { steps: true, notes: 'none' } },
    { label: vscode.l10n.t('Slides with Notes Below'), choice: { steps: false, notes: 'below' } },
    { label: vscode.l10n.t('Slides and Pages with Notes'), choice: { steps: false, notes: 'pages' } },
    { label: vscode.l10n.t('Slides with Notes as Comments'), choice: { steps: false, notes: 'annotations' } },
  ];
  const last = memory.get<string>(LAST);
  items.sort((a, b) => Number(keyOf(b) === last) - Number(keyOf(a) === last));
  const placeHolder = vscode.l10n.t('What is on the pages?');
  const chosen = await vscode.window.showQuickPick(items, { title: title(), placeHolder });
  if (!chosen) return undefined;
  await memory.update(LAST, keyOf(chosen));
  return { ...chosen.choice, size: null };
}

function keyOf({ choice }: PageChoice): string {
  return `${choice.steps} ${choice.notes}`;
}

/** What a script passes may be anything. */
function readChoice(given: unknown): PdfChoice {
  const { steps, notes, size } = (given ?? {}) as Record<string, unknown>;
  return {
    steps: steps === true,
    notes: NOTES.find((each) => each === notes) ?? 'none',
    size: typeof size === 'string' && paperSize(size) ? size : null,
  };
}

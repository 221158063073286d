import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { ContextKeys } from './contextKeys';
import { EditCommands } from './editCommands';
import { runOnce } from './firstKeys';
import { SlideFolding } from './folding';
import { goToSlide } from './goToSlide';
import { goToChanged, goToNeighbor, selectSlide } from './navigation';
import { openSample } from './sample';
import { SlideNumbers } from './slideNumbers';
import { registerSlideStatus } from './slideStatus';
import { SlidesView } from './slidesView';
import type { SlideNode } from './slideTree';
import { SlideSymbols } from './symbols';
import { ViewOptions } from './viewOptions';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** The structure of a deck, for viewing and navigating. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const folding = new SlideFolding(services);
  const symbols = new SlideSymbols(services);
  const options = new ViewOptions(context.workspaceState);
  const slidesView = new SlidesView(services, options);
  const label = vscode.l10n.t('Slides');
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    folding,
    options,
    new SlideNumbers(services, options),
    slidesView,
    new EditCommands(services, slidesView),
    new ContextKeys(services),
    vscode.languages.registerDocumentSymbolProvider(MARKDOWN, symbols, { label }),
    vscode.languages.registerFoldingRangeProvider(MARKDOWN, folding),
    command('deckwright.nextSlide', () => goToNeighbor(services, 1)),
    command('deckwright.previousSlide', () => goToNeighbor(services, -1)),
    command('deckwright.nextChangedSlide', () => goToChanged(services, 1)),
    command('deckwright.previousChangedSlide', () => goToChanged(services, -1)),
    command('deckwright.selectSlide', () => selectSlide(services)),
    command('deckwright.goToSlide', () => goToSlide(services)),
    command('deckwright.openSample', () => openSample(context.extensionUri)),
    // What a click in the view does.
    command('deckwright.showSlide', (node: SlideNode) => {
      slidesView.marks.clicked(node);
      return services.currentSlide.goTo(node.document, node.slide);
    }),
    command('deckwright.slidesView.navigated', () => slidesView.marks.navigated()),
    command('deckwright.slidesView.navigate', async (listCommand?: string) => {
      if (listCommand) await slidesView.navigate(listCommand);
    }),
    runOnce(slidesView.view, ['deckwright.slidesView.navigated', 'deckwright.slidesView.navigate']),
  );
  registerSlideStatus(context, services);
}

import * as vscode from 'vscode';
import { slideNumber } from '../core/deck/slideNumber';
import { ClipboardError } from '../services/pictureClipboard';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { complaintsOf, tell } from '../services/tell';
import { inWords } from './failure';
import { withProblems } from './message';
import { pictureCommand } from './pictureCommands';
import { makeFrom } from './surroundings';

/** Puts a picture of the slide that the user is on onto the clipboard. */
export async function copyPicture(
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<void> {
  const { ask, make, wayOut } = pictureCommand(services);
  const options = await ask(document, extensionUri, services);
  if (!options) return;
  const number = slideNumber(options.slides![0]!, services.decks.deckOf(document));
  try {
    const problems = await withProgress(vscode.l10n.t('Copying slide {0}', number), async (signal) => {
      const making = makeFrom(
        document,
        (deck, surroundings) =>
          make(deck, options, { ...surroundings, deckFolder: '' }, extensionUri, document),
        extensionUri,
        services,
        signal,
      );
      const picture = making.then(({ content }) => content as Uint8Array);
      // Both, as the user may cancel before anything is written.
      const [{ problems }] = await Promise.all([making, services.pictureClipboard.write(document, picture)]);
      return problems;
    });
    if (!problems) return;
    const said = withProblems(vscode.l10n.t('Slide {0} is on the clipboard.', number), problems);
    void tell(said, complaintsOf(document.uri, problems), services.log);
  } catch (error) {
    services.log.error(`A slide of ${document.uri.fsPath} could not be copied`, error as Error);
    if (!wayOut?.(error, document)) void offerFile(document, number, error);
  }
}

/** What only the clipboard does not take can be exported. */
async function offerFile(document: vscode.TextDocument, number: string, error: unknown): Promise<void> {
  const said = vscode.l10n.t('Slide {0} could not be copied: {1}', number, inWords(error));
  const file = vscode.l10n.t('Export Slide as Picture…');
  const buttons = error instanceof ClipboardError ? [file] : [];
  if ((await vscode.window.showErrorMessage(said, ...buttons)) === file)
    await vscode.commands.executeCommand('deckwright.exportPicture', document.uri);
}

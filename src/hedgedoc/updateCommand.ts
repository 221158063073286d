import * as vscode from 'vscode';
import { originOf } from '../core/hedgedoc/origin';
import { deckOfCommand } from '../services/deckOfCommand';
import { documentName } from '../services/documentFile';
import { isRefused } from '../services/remote';
import type { Services } from '../services/services';
import { askForNote } from './askForNote';
import type { Comparing } from './comparing';
import { downloadNote } from './downloadNote';

/** Compares a deck with the note that it came from; without a trace of one, the user is asked for it. */
export async function updateFromHedgedoc(
  argument: unknown,
  comparing: Comparing,
  services: Services,
): Promise<void> {
  if (isRefused()) return;
  const document = await deckOfCommand(argument, services, vscode.l10n.t('Treat as Slides'));
  if (!document || !(await services.deckEdits.mayEdit(document))) return;
  const title = vscode.l10n.t('Update {0} from HedgeDoc', documentName(document));
  const address = originOf(document.getText()) ?? (await askForNote(title, document.uri, services));
  const text = address && (await downloadNote(address, document.uri, services));
  if (text !== undefined) await comparing.compare(document, address!, text);
}

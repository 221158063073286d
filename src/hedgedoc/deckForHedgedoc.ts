import * as vscode from 'vscode';
import { deckOfCommand } from '../services/deckOfCommand';
import { documentName } from '../services/documentFile';
import type { Services } from '../services/services';

/**
 * The deck that a command is to give to HedgeDoc, once what is around it is known. The user is told why one can't be
 * given there.
 */
export async function deckForHedgedoc(
  argument: unknown,
  services: Services,
): Promise<vscode.TextDocument | undefined> {
  if (!vscode.workspace.isTrusted)
    return refuse(vscode.l10n.t('Nothing is sent to HedgeDoc or copied for it in Restricted Mode.'));
  const document = await deckOfCommand(argument, services, vscode.l10n.t('Treat as Slides'));
  if (!document) return undefined;
  const deck = services.decks.deckOf(document);
  if (deck.conflicts.length > 0) {
    services.deckEdits.refuse({ refusal: 'conflict' }, deck);
    return undefined;
  }
  if (deck.dialect === 'hedgedoc') return document;
  const name = documentName(document);
  return refuse(vscode.l10n.t('{0} is a deck for reveal.js. HedgeDoc would show it differently.', name));
}

function refuse(why: string): undefined {
  void vscode.window.showInformationMessage(why);
  return undefined;
}

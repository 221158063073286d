import * as vscode from 'vscode';
import { isHostNamed } from '../core/config/hosts';
import { isNoteAddress, type NoteAddress, readNoteAddress } from '../core/hedgedoc/noteAddress';
import type { Services } from '../services/services';
import { settings } from '../services/settings';
import { addressFaultInWords, EXAMPLE } from './noteWords';

/** Asks for the address of a note; `scope` is the deck that it is for. Undefined if the user cancels. */
export async function askForNote(
  title: string,
  scope: vscode.Uri,
  services: Services,
): Promise<NoteAddress | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Address of the note on HedgeDoc, CodiMD or HackMD'),
    placeHolder: EXAMPLE,
    value: await copiedAddress(scope, services),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const read = readNoteAddress(value);
      return value.trim() === '' || isNoteAddress(read) ? undefined : addressFaultInWords(read);
    },
  });
  const read = readNoteAddress(text ?? '');
  return isNoteAddress(read) ? read : undefined;
}

/** What is on the clipboard, if it is a note on a server that the user has to do with. */
async function copiedAddress(scope: vscode.Uri, { configs }: Services): Promise<string> {
  // There the browser asks first, and VS Code waits for the answer.
  if (vscode.env.uiKind === vscode.UIKind.Web) return '';
  const copied = (await vscode.env.clipboard.readText()).trim();
  const read = readNoteAddress(copied);
  if (!isNoteAddress(read)) return '';
  const url = new URL(read.server);
  await configs.ready(scope);
  const { remote, hedgedocHosts } = configs.of(scope);
  const known = [...settings.allowedHosts(), ...remote.allow, ...hedgedocHosts];
  return isHostNamed(url, known) ? copied : '';
}

import * as vscode from 'vscode';
import { documentName } from '../services/documentFile';
import { plainName } from '../services/plainText';
import { isInTab } from '../services/tabs';
import { NoVersion, type Past, type Version } from './versions';

/** A document as it is, in its editor if it is open. */
export function documentVersion(uri: vscode.Uri): Version {
  return {
    name: documentName({ uri }),
    saved: { uri: uri.toString(), ref: null, name: '' },
    open: async () => ofToday(await open(uri)),
  };
}

/** A document with the files around it as they are. */
export function ofToday(document: vscode.TextDocument): Past {
  return { document, folders: null, roots: [] };
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  // Asking for an untitled document that is closed would make a new one.
  const isThere = uri.scheme !== 'untitled' || isInTab(uri);
  const document = isThere && (await vscode.workspace.openTextDocument(uri).then(undefined, () => null));
  if (document) return document;
  throw new NoVersion(vscode.l10n.t("{0} can't be read.", plainName(uri)));
}

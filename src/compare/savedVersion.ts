import * as vscode from 'vscode';
import { deckInGit } from './deckInGit';
import { documentVersion } from './documentVersion';
import { type DeckInGit, versionAt } from './gitVersion';
import type { SavedVersion } from './messages';
import { NoVersion, type Version } from './versions';

/** A version that an earlier window had. */
export async function savedVersion({ uri, ref, name }: SavedVersion): Promise<Version> {
  const document = vscode.Uri.parse(uri, true);
  return ref === null ? documentVersion(document) : versionAt(await inGit(document), ref, name);
}

/** What a document shows, as VS Code's own comparisons have it. */
export async function versionShown(document: vscode.Uri): Promise<Version> {
  const ref = refOf(document);
  return ref === null ? documentVersion(document) : versionAt(await inGit(document), ref);
}

/** The deck in VS Code's own git, which must know it. */
export async function inGit(uri: vscode.Uri): Promise<DeckInGit> {
  const git = await deckInGit({ uri });
  if (git) return git;
  throw new NoVersion(
    vscode.l10n.t("VS Code's Git does not know this deck, so that it has no earlier versions."),
  );
}

/** What VS Code's git calls the version that one of its documents shows; null for any other document. */
function refOf({ scheme, query }: vscode.Uri): string | null {
  if (scheme !== 'git') return null;
  try {
    const { ref } = JSON.parse(query) as { readonly ref?: unknown };
    return typeof ref === 'string' ? ref : null;
  } catch {
    return null;
  }
}

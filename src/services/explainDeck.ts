import * as vscode from 'vscode';
import { plainName } from './plainText';
import type { Services } from './services';

/**
 * Explains that a document is not a deck and what makes it one, and offers to add that. True if the document
 * should be treated as a deck after all; `anyway` is the button's label for that.
 */
export async function explainDeck(
  document: vscode.TextDocument,
  services: Services,
  anyway: string,
): Promise<boolean> {
  const name = plainName(document.uri);
  if (document.languageId !== 'markdown') {
    const said = vscode.l10n.t("{0} is not a markdown file, so it can't be a slide deck.", name);
    void vscode.window.showInformationMessage(said);
    return false;
  }
  const add = vscode.l10n.t('Add Frontmatter');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} is not a slide deck. A markdown file is a deck if its frontmatter contains "type: slide".',
      name,
    ),
    add,
    anyway,
  );
  if (choice === add) return addFrontMatter(document, services);
  if (choice !== anyway) return false;
  await services.decks.choose(document.uri, 'auto');
  return true;
}

async function addFrontMatter(document: vscode.TextDocument, services: Services): Promise<boolean> {
  if (!(await services.deckEdits.mayEdit(document))) return false;
  const frontMatter = services.decks.deckOf(document).frontMatter;
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const edit = new vscode.WorkspaceEdit();
  if (frontMatter && !frontMatter.problem) {
    // One more line in the existing block, right below its opening line.
    edit.insert(document.uri, new vscode.Position(1, 0), `type: slide${eol}`);
  } else {
    const title = document.uri.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const lines = ['---', `title: ${JSON.stringify(title)}`, 'type: slide', '---', '', ''];
    edit.insert(document.uri, new vscode.Position(0, 0), lines.join(eol));
  }
  return vscode.workspace.applyEdit(edit);
}

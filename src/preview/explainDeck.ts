import * as vscode from 'vscode';
import type { Services } from '../services/services';

/**
 * Says in a sentence what makes a document a deck and offers to add it. True if the document is to be shown as slides
 * after all.
 */
export async function explainDeck(document: vscode.TextDocument, services: Services): Promise<boolean> {
  if (document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Only markdown files can be previewed as slides.'),
    );
    return false;
  }
  const add = vscode.l10n.t('Add Frontmatter');
  const once = vscode.l10n.t('Show as Slides');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('A markdown file is a slide deck if its frontmatter says "type: slide".'),
    add,
    once,
  );
  if (choice === add) return addFrontMatter(document, services);
  if (choice !== once) return false;
  await services.decks.choose(document.uri, 'auto');
  return true;
}

async function addFrontMatter(document: vscode.TextDocument, services: Services): Promise<boolean> {
  if (!(await services.deckEdits.mayEdit(document))) return false;
  const frontMatter = services.decks.deckOf(document).frontMatter;
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const edit = new vscode.WorkspaceEdit();
  if (frontMatter && !frontMatter.problem) {
    // A line more in the block that is there, right below its opening line.
    edit.insert(document.uri, new vscode.Position(1, 0), `type: slide${eol}`);
  } else {
    const title = document.uri.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const lines = ['---', `title: ${JSON.stringify(title)}`, 'type: slide', '---', '', ''];
    edit.insert(document.uri, new vscode.Position(0, 0), lines.join(eol));
  }
  return vscode.workspace.applyEdit(edit);
}

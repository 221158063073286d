import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { offerUndo } from '../../src/services/undo';
import { closeAllEditors, fixture, openAsUser } from './workspace';

const { fs } = vscode.workspace;

describe('The offer to undo an edit', () => {
  const uri = fixture('undone.md');
  const TEXT = '# One\n';
  let document: vscode.TextDocument;

  beforeEach(async () => {
    await fs.writeFile(uri, new TextEncoder().encode(TEXT));
    document = await openAsUser(uri);
  });
  afterEach(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await fs.delete(uri);
  });

  async function append(text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.positionAt(document.getText().length), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  /** Makes the offer; the result presses its button, as its key does. */
  function offer(): () => Promise<void> {
    const answered = offerUndo(document, 'Something was done.');
    return async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      await answered;
    };
  }

  it('undoes this edit and none before it, and VS Code can redo it', async () => {
    await append('first\n');
    await append('second\n');
    await offer()();
    assert.equal(document.getText(), `${TEXT}first\n`);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), `${TEXT}first\nsecond\n`);
  });

  it('undoes it in a document that is saved and out of sight, and shows it', async () => {
    await append('first\n');
    const press = offer();
    await document.save();
    await openAsUser(fixture('notes.md'));
    await press();
    assert.equal(document.getText(), TEXT);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(vscode.window.tabGroups.all.length, 1);
  });

  it('undoes it in the editor group that shows the document', async () => {
    await append('first\n');
    const press = offer();
    await vscode.window.showTextDocument(fixture('notes.md'), { viewColumn: vscode.ViewColumn.Beside });
    await press();
    assert.equal(document.getText(), TEXT);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
  });

  it('leaves a document alone that has changed since', async () => {
    await append('first\n');
    const press = offer();
    await append('second\n');
    await press();
    assert.equal(document.getText(), `${TEXT}first\nsecond\n`);
  });

  it('does nothing when it is ignored', async () => {
    await append('first\n');
    const answered = offerUndo(document, 'Something was done.');
    await vscode.commands.executeCommand('notifications.clearAll');
    await answered;
    assert.equal(document.getText(), `${TEXT}first\n`);
  });
});

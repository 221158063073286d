import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileNamed, folderOf, rootOf } from '../../src/services/deckRoot';
import { fileOf, isOldVersion } from '../../src/services/documentFile';
import { closeAllEditors, configFile, fixture, tabLabels, until } from './workspace';

describe('The file that a document represents', () => {
  const deck = fixture('completion/deck.md');
  const version = { query: '{"path":"/elsewhere/deck.md","ref":"HEAD"}', fragment: 'part' };
  const path = (uri: vscode.Uri | undefined) => uri?.toString();
  const workspace = () => vscode.workspace.workspaceFolders![0]!.uri;

  it('is the file itself, without what may follow its path', () => {
    assert.equal(path(fileOf(deck)), path(deck));
    assert.equal(path(fileOf(deck.with(version))), path(deck));
    assert.equal(isOldVersion(deck), false);
  });

  it('is none for a document without a file, and for a part of a notebook', () => {
    for (const scheme of ['untitled', 'vscode-notebook-cell']) {
      assert.equal(fileOf(deck.with({ scheme })), undefined);
      assert.equal(isOldVersion(deck.with({ scheme })), false);
    }
  });

  it('is the one in the workspace for an old version, whatever shows it', () => {
    for (const scheme of ['git', 'review']) {
      const old = deck.with({ ...version, scheme });
      assert.equal(path(fileOf(old)), path(deck));
      assert.equal(path(folderOf(old)), path(fixture('completion')));
      assert.equal(path(rootOf(old)), path(workspace()));
      assert.equal(path(fileNamed('./logo.png', old)), path(fixture('completion/logo.png')));
      assert.equal(path(fileNamed('/deck.md', old)), path(fixture('deck.md')));
      assert.equal(isOldVersion(old), true);
    }
  });

  it('is none outside of the workspace, however its path is written', () => {
    const above = vscode.Uri.joinPath(workspace(), '..');
    const outside = [
      above.with({ ...version, scheme: 'review', path: `${above.path}/secret/deck.md` }),
      above.with({ ...version, scheme: 'review', path: `${workspace().path}/../secret/deck.md` }),
      above.with({ ...version, scheme: 'review', path: '/deck.md' }),
      vscode.Uri.from({ scheme: 'review', path: 'deck.md' }),
    ];
    for (const uri of outside) {
      assert.equal(path(fileOf(uri)), undefined, uri.toString());
      assert.equal(path(rootOf(uri)), undefined, uri.toString());
    }
    assert.equal(fileNamed('../../secret/key.png', deck.with({ ...version, scheme: 'review' })), undefined);
  });

  it('is the one in git’s repository outside of the workspace, and reaches no further than its folder', () => {
    if (vscode.workspace.fs.isWritableFileSystem('file') !== true) return;
    const old = vscode.Uri.file('/elsewhere/calls/deck.md').with({ ...version, scheme: 'git' });
    assert.equal(path(fileOf(old)), 'file:///elsewhere/calls/deck.md');
    assert.equal(path(fileNamed('./logo.png', old)), 'file:///elsewhere/calls/logo.png');
    assert.equal(fileNamed('../secret.png', old), undefined);
    assert.equal(fileNamed('/secret.png', old)?.path, '/elsewhere/calls/secret.png');
  });

  describe('with another version in an editor', () => {
    afterEach(closeAllEditors);

    it('is the only one that has problems', async () => {
      const text = '---\ntype: slide\n---\n\n# One\n\n![lost](./lost.png)\n';
      const provider = vscode.workspace.registerTextDocumentContentProvider('archive', {
        provideTextDocumentContent: () => text,
      });
      const old = fixture('deck.md').with({ scheme: 'archive', query: 'v1' });
      await vscode.window.showTextDocument(old, { preview: false });
      await vscode.commands.executeCommand('deckwright.openPreviewToSide');
      await until(
        () => tabLabels().includes('Preview deck.md (old version)'),
        'the preview says that it is old',
      );
      // The problems of a file that is opened later are found later.
      await vscode.window.showTextDocument(fixture('pictures.md'), { preview: false });
      const problems = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).length;
      await until(() => problems(fixture('pictures.md')) > 0, 'the file has problems');
      assert.equal(problems(old), 0);
      assert.equal(problems(old.with({ path: configFile().path })), 0);
      provider.dispose();
    });
  });
});

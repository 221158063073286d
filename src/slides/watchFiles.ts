import * as vscode from 'vscode';
import { fileOf } from '../services/documentFile';
import type { Services } from '../services/services';
import type { DeckFeed } from './deckFeed';

/** What a page does when files change that it shows something of. */
export interface FileChanges {
  readonly document: vscode.TextDocument;
  /** Nothing rendered so far is valid. */
  renderingsStale(): void;
  refresh(): void;
}

/** Watches the pictures and style sheets of the deck that a page shows. */
export function watchFiles(feed: DeckFeed, { folders }: Services, page: FileChanges): vscode.Disposable {
  const onStyleSheet = ({ uri }: vscode.TextDocument) => {
    if (feed.isStyleSheet(uri)) page.refresh();
  };
  return vscode.Disposable.from(
    folders.onDidChange((file) => {
      // Saving the deck itself changes no picture.
      const isDeck = file.toString() === fileOf(page.document.uri)?.toString();
      if (!isDeck && feed.dependsOn(file)) page.renderingsStale();
      else if (feed.stylesDependOn(file)) page.refresh();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => onStyleSheet(document)),
    // Its changes may have been thrown away.
    vscode.workspace.onDidCloseTextDocument(onStyleSheet),
  );
}

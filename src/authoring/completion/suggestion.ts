import * as vscode from 'vscode';
import type { Span } from '../../core/text/spans';
import type { Helped } from '../help';
import type { Shared } from '../shared';

/** What completion works with. */
export interface Completing extends Helped, Shared {}

/** One row of the list. Lists keep their given order. */
export interface Suggestion {
  readonly label: string | vscode.CompletionItemLabel;
  readonly kind: vscode.CompletionItemKind;
  /** What is inserted; the label by default. */
  readonly insert?: string | vscode.SnippetString;
  /** What the typed text is compared with; the label by default. */
  readonly filter?: string;
  readonly detail?: string;
  readonly documentation?: string | vscode.MarkdownString;
  /** A picture to show beside the list. */
  readonly picture?: vscode.Uri;
  /** There is more to choose after the inserted text: the list opens again. */
  readonly goesOn?: boolean;
}

export interface Suggestions {
  /** The existing text that is replaced. */
  readonly span: Span;
  readonly rows: readonly Suggestion[];
  /** Whether other rows may match after the next letter. */
  readonly isIncomplete?: boolean;
}

/** Which pictures the rows lead to: they are looked up when the row is. */
export const pictures = new WeakMap<vscode.CompletionItem, vscode.Uri>();

const GO_ON: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };

export function toItems(
  { span, rows, isIncomplete }: Suggestions,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionList {
  const start = document.positionAt(span.start);
  const range = {
    inserting: new vscode.Range(start, position),
    replacing: new vscode.Range(start, document.positionAt(span.end)),
  };
  // VS Code takes no other kinds.
  if (!range.replacing.isSingleLine || start.line !== position.line) return new vscode.CompletionList();
  const items = rows.map(({ label, kind, insert, filter, detail, documentation, picture, goesOn }, index) => {
    const item = new vscode.CompletionItem(label, kind);
    item.range = range;
    // With a mark that sorts before VS Code's own rows: its links to headings lead nowhere on slides.
    item.sortText = `!${String(index).padStart(5, '0')}`;
    item.insertText = insert;
    item.filterText = filter;
    item.detail = detail;
    item.documentation = documentation;
    if (picture) pictures.set(item, picture);
    if (goesOn) item.command = GO_ON;
    return item;
  });
  return new vscode.CompletionList(items, isIncomplete);
}

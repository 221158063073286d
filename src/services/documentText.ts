import type * as vscode from 'vscode';

/**
 * The text of one document, kept current with its change events: asking VS Code for the whole text of a large
 * document on each keystroke costs more than everything else.
 */
export class DocumentText {
  #version: number;
  #eol: vscode.EndOfLine;
  #text: string;

  constructor(readonly document: vscode.TextDocument) {
    this.#version = document.version;
    this.#eol = document.eol;
    this.#text = document.getText();
  }

  get(): string {
    if (this.#version !== this.document.version) this.#read();
    return this.#text;
  }

  apply({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // A version or a change of line endings that was not reported: the kept text is useless.
    if (document.version !== this.#version + 1 || document.eol !== this.#eol) {
      if (document.version !== this.#version) this.#read();
      return;
    }
    this.#version = document.version;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      this.#text = this.#text.slice(0, rangeOffset) + text + this.#text.slice(rangeOffset + rangeLength);
    }
  }

  #read(): void {
    this.#version = this.document.version;
    this.#eol = this.document.eol;
    this.#text = this.document.getText();
  }
}

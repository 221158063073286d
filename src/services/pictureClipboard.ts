import type * as vscode from 'vscode';

type WritePicture = (document: vscode.TextDocument, picture: Promise<Uint8Array>) => Promise<void>;

/** The picture is not on the clipboard; the message says why in the user's language. */
export class ClipboardError extends Error {}

/**
 * The clipboard for pictures. VS Code's own takes only text, so that a page has to write them: whoever has one
 * provides it.
 */
export class PictureClipboard {
  #write: WritePicture | undefined;

  provide(write: WritePicture): void {
    this.#write = write;
  }

  /**
   * Puts a picture of a deck, a PNG file, onto the clipboard. It begins at once, while the user's gesture still
   * counts for the browser, and waits for the picture. Fails with a `ClipboardError`, or as the picture does.
   */
  write(document: vscode.TextDocument, picture: Promise<Uint8Array>): Promise<void> {
    return this.#write!(document, picture);
  }
}

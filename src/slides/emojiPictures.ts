import * as vscode from 'vscode';
import { EMOJI_FILE, type EmojiUrl, emojiUrls } from '../core/render/emojiPictures';

/** They are the same for all previews. */
let shipped: Promise<EmojiUrl> | undefined;

/**
 * The pictures of emoji, read when the first slide needs one. Until then there are none; after `settle` the
 * slide is rendered again.
 */
export class EmojiPictures {
  #url: EmojiUrl | undefined;
  #wanted = false;

  constructor(readonly extensionUri: vscode.Uri) {}

  readonly url: EmojiUrl = (character) => {
    this.#wanted = true;
    return this.#url?.(character);
  };

  /** True if pictures that were missing before are available now. */
  async settle(): Promise<boolean> {
    if (!this.#wanted || this.#url) return false;
    shipped ??= read(vscode.Uri.joinPath(this.extensionUri, 'dist', EMOJI_FILE));
    try {
      this.#url = await shipped;
      return true;
    } catch {
      // The system's font serves in the meantime; the next update tries again.
      shipped = undefined;
      this.#wanted = false;
      return false;
    }
  }
}

async function read(file: vscode.Uri): Promise<EmojiUrl> {
  return emojiUrls(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
}

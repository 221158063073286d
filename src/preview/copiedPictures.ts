import * as vscode from 'vscode';
import { ClipboardError } from '../services/pictureClipboard';
import type { PageLink } from '../slides/pageLink';
import { readCopyMessage, type ToPreview } from './messages';

/** Browsers let only a page with the keyboard focus begin to write. */
export interface FocusNeeds {
  /** Gives the page the focus. */
  readonly take: () => Promise<void>;
  /** The page has begun, and no longer needs it. */
  readonly giveBack: () => void;
}

/** A picture on its way to the clipboard. */
interface Copy {
  readonly picture: Promise<Uint8Array>;
  readonly focus: FocusNeeds;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
  /** Whether the page has been told of it, and then whether it has begun to write. */
  state: 'new' | 'told' | 'begun';
}

/** Pictures that the preview's page puts onto the clipboard. */
export class CopiedPictures implements vscode.Disposable {
  #last = 0;
  readonly #copies = new Map<number, Copy>();

  constructor(readonly page: PageLink<ToPreview>) {}

  dispose(): void {
    for (const copy of this.#copies.values()) fail(copy);
  }

  /** The page is gone, with what it was doing. */
  leave(): void {
    for (const copy of this.#copies.values()) if (copy.state !== 'new') fail(copy);
  }

  /** Puts a picture onto the clipboard, from the next update on. */
  copy(picture: Promise<Uint8Array>, focus: FocusNeeds): Promise<void> {
    const number = ++this.#last;
    return new Promise<void>((done, failed) => {
      this.#copies.set(number, { picture, focus, done, failed, state: 'new' });
      picture.catch(failed);
    }).finally(() => this.#copies.delete(number));
  }

  update(): void {
    if (!this.page.ready) return;
    for (const [number, copy] of this.#copies) {
      if (copy.state !== 'new') continue;
      copy.state = 'told';
      this.page.post({ type: 'copyPicture', copy: number });
      void this.#send(number, copy);
    }
  }

  async #send(number: number, copy: Copy): Promise<void> {
    const png = await copy.picture.catch(() => null);
    // VS Code does not pass Node's own kind of bytes to pages.
    this.page.post({ type: 'picture', copy: number, png: png && new Uint8Array(png) });
    // Something else has taken the focus before the page could begin.
    if (png && copy.state === 'told') await copy.focus.take();
  }

  /** Takes a message of the page if it is about such a picture. */
  take(value: unknown): void {
    const message = readCopyMessage(value);
    const copy = message && this.#copies.get(message.copy);
    if (!copy) return;
    if (message.type === 'copying') {
      copy.state = 'begun';
      copy.focus.giveBack();
    } else if (message.error === '') copy.done();
    else copy.failed(new ClipboardError(reasonOf(message.error)));
  }
}

function fail({ failed }: Copy): void {
  failed(new ClipboardError(vscode.l10n.t('the preview, which writes it, was closed or loaded again.')));
}

function reasonOf(name: string): string {
  return name === 'NotAllowedError'
    ? vscode.l10n.t(
        'the browser did not let VS Code write to the clipboard. Try again, allow it in the browser, or export the slide to a file.',
      )
    : `${name}.`;
}
